// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes that break a rule on purpose, to see that the rule's test would notice. */
final class PlantedClasses {

	private PlantedClasses() {
	}

	/** Compiles sources, each by the name of its class, into a folder. */
	static void compile(Path into, Map<String, String> sources) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<JavaFileObject> files = sources.entrySet().stream()
				.<JavaFileObject>map(source -> source(source.getKey(), source.getValue())).toList();
		assertTrue(compiler.getTask(null, null, null, List.of("-d", into.toString(), "-proc:none"), null, files).call());
	}

	private static JavaFileObject source(String name, String text) {
		URI uri = URI.create("string:///" + name.replace('.', '/') + JavaFileObject.Kind.SOURCE.extension);
		return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return text;
			}
		};
	}
}
