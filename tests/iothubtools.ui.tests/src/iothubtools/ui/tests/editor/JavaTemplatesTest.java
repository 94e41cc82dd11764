// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.preference.PreferenceStore;
import org.eclipse.jface.text.templates.ContextTypeRegistry;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.TemplateBuffer;
import org.eclipse.jface.text.templates.TemplateContextType;
import org.eclipse.jface.text.templates.TemplateTranslator;
import org.eclipse.jface.text.templates.TemplateVariable;
import org.eclipse.ui.editors.text.templates.ContributionTemplateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.ui.tests.support.NoErrorsLogged;

/** Templates for Eclipse's editor for Java, read as that reads them: it has a store like these and a context of that name. */
class JavaTemplatesTest {

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	@Test
	void anEditorOfJavaHasThem() throws Exception {
		List<String> names = Stream.of(store("java").getTemplates()).map(Template::getName).sorted().toList();
		assertEquals(List.of("iotmethod", "iotsend", "iottwin"), names);
	}

	/** As on the bare platform. */
	@Test
	void whereThereIsNoEditorOfJavaNobodySeesThem() throws Exception {
		assertEquals(0, store("another").getTemplates().length);
	}

	@ParameterizedTest
	@ValueSource(strings = { "iotsend", "iottwin", "iotmethod" })
	void eachIsWellFormedAndSaysWhatItIsFor(String name) throws Exception {
		ContributionTemplateStore store = store("java");
		Template template = store.findTemplate(name, "java");
		assertNotNull(template);
		assertTrue(template.getDescription().startsWith("Azure IoT Hub: "), template.getDescription());
		assertTrue(template.getDescription().contains("com.microsoft.azure.sdk.iot:iot-device-client"), template.getDescription());
		TemplateBuffer buffer = new TemplateTranslator().translate(template);
		List<String> variables = new ArrayList<>();
		for (TemplateVariable variable : buffer.getVariables()) {
			variables.add(variable.getType());
		}
		assertTrue(variables.containsAll(List.of("import", "client", "cursor")), variables.toString());
		// the connection string, which holds a key, is nowhere in a source
		assertTrue(buffer.getString().contains("System.getenv(\"IOTHUB_DEVICE_CONNECTION_STRING\")"), buffer.getString());
	}

	@Test
	void whatTheyAreForIsSaidInGermanToo() throws Exception {
		Properties german = texts("de");
		assertEquals(texts("en").keySet(), german.keySet());
		assertTrue(german.getProperty("iotsend").contains("senden"), german.toString());
	}

	/** As the platform looks for them where it speaks a language. */
	private static Properties texts(String language) throws Exception {
		URL file = FileLocator.find(Platform.getBundle("iothubtools.ui.editor"), new Path("$nl$/templates/java.properties"), Map.of("$nl$", language));
		Properties texts = new Properties();
		try (InputStream in = file.openStream()) {
			texts.load(in);
		}
		return texts;
	}

	private static ContributionTemplateStore store(String contextType) throws Exception {
		ContextTypeRegistry contexts = new ContextTypeRegistry();
		contexts.addContextType(new TemplateContextType(contextType));
		ContributionTemplateStore store = new ContributionTemplateStore(contexts, new PreferenceStore(), "templates");
		store.load();
		return store;
	}
}
