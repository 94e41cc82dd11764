// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** What plugin.xml, the manifest and build.properties name is there. */
class PluginXmlTest {

	private static final Set<String> CLASS_ATTRIBUTES = Set.of("class", "contributorClass", "factoryClass", "labelProvider", "resolver");

	private static final String OWN_PLUGIN = "platform:/plugin/";

	static List<Bundle> bundles() {
		return Checkout.bundles().toList();
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void everyClassExists(Bundle bundle) {
		List<String> missing = attributes(bundle).filter(attribute -> CLASS_ATTRIBUTES.contains(attribute.getName()))
				.map(attribute -> attribute.getValue().split("[:/]", 2)[0]).filter(name -> name.startsWith("iothubtools."))
				.filter(name -> bundles().stream().noneMatch(any -> any.hasClass(name))).toList();
		assertEquals(List.of(), missing);
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void everyImageExists(Bundle bundle) {
		List<String> missing = attributes(bundle).map(Attr::getValue).filter(value -> value.matches("[^%\\s]+\\.(svg|png|gif)"))
				.filter(value -> !value.startsWith(OWN_PLUGIN) || value.startsWith(OWN_PLUGIN + bundle.name() + "/"))
				.map(value -> value.replace(OWN_PLUGIN + bundle.name() + "/", "").replace("$nl$/", ""))
				.filter(path -> !Files.exists(bundle.folder().resolve(path))).toList();
		assertEquals(List.of(), missing);
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void everyKeyIsTranslatedAndEveryTranslationUsed(Bundle bundle) {
		Stream<String> inManifest = bundle.headers().values().stream().filter(value -> value.startsWith("%"));
		Stream<String> inPluginXml = Stream.concat(attributes(bundle).map(Attr::getValue), texts(bundle))
				.filter(value -> value.startsWith("%"));
		Set<String> named = new TreeSet<>(Stream.concat(inManifest, inPluginXml).map(value -> value.substring(1)).toList());
		assertEquals(named, new TreeSet<>(bundle.properties("plugin.properties").stringPropertyNames()));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void nothingAPersonReadsIsWrittenInPluginXml(Bundle bundle) {
		List<String> plain = attributes(bundle).filter(attribute -> Set.of("label", "tooltip", "description").contains(attribute.getName()))
				.map(Attr::getValue).filter(value -> !value.startsWith("%") && !value.isBlank()).toList();
		assertEquals(List.of(), plain);
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void anIdIsUsedOncePerKindOfElement(Bundle bundle) {
		Set<String> seen = new HashSet<>();
		List<String> twice = new ArrayList<>();
		for (Element element : bundle.pluginXml()) {
			String parent = element.getParentNode().getNodeName();
			String id = element.getAttribute("id");
			if (Set.of("extension", "plugin").contains(parent) && !id.isEmpty() && !seen.add(element.getTagName() + " " + id)) {
				twice.add(element.getTagName() + " " + id);
			}
		}
		assertEquals(List.of(), twice);
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void theBuildTakesEverythingIn(Bundle bundle) {
		List<String> included = List.of(bundle.properties("build.properties").getProperty("bin.includes", "").split("\\s*,\\s*"));
		List<String> needed = new ArrayList<>(List.of("META-INF/", ".", "LICENSE"));
		for (String entry : List.of("plugin.xml", "plugin.properties", "plugin_de.properties", "icons/", "OSGI-INF/", "css/", "help/", "templates/", "nl/",
				".options", "about.html")) {
			if (Files.exists(bundle.folder().resolve(entry))) {
				needed.add(entry);
			}
		}
		assertEquals(new TreeSet<>(needed), new TreeSet<>(included));
	}

	private static Stream<Attr> attributes(Bundle bundle) {
		return bundle.pluginXml().stream().flatMap(element -> {
			NamedNodeMap all = element.getAttributes();
			return IntStream.range(0, all.getLength()).mapToObj(i -> (Attr) all.item(i));
		});
	}

	private static Stream<String> texts(Bundle bundle) {
		return bundle.pluginXml().stream().filter(element -> element.getElementsByTagName("*").getLength() == 0)
				.map(element -> element.getTextContent().trim());
	}
}
