// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.google.gson.Gson;

/** The hub runs with the libraries that the target definition has for it, and the SDKs with those that they ask for. */
class HubLibrariesTest {

	private static final Pattern LOCATION = Pattern
			.compile("<location [^>]*label=\"(local hub|certificates|http)\">(.*?)</location>", Pattern.DOTALL);
	private static final Pattern LIBRARY = Pattern.compile("<artifactId>([^<]*)</artifactId><version>([^<]*)</version>");

	@Test
	void areNotThoseOfTheSdks() {
		String gson = Gson.class.getProtectionDomain().getCodeSource().getLocation().getPath();
		assertTrue(gson.endsWith("gson-2.9.0.jar"), gson);
		assertThrows(ClassNotFoundException.class, () -> Class.forName("io.netty.handler.codec.http.HttpObject"));
	}

	@Test
	void areThoseOfTheTarget() throws Exception {
		Path target = Path.of(System.getProperty("iothubtools.root"), "releng", "iothubtools.target", "oldest.target");
		Set<String> named = new TreeSet<>();
		Matcher location = LOCATION.matcher(Files.readString(target));
		while (location.find()) {
			Matcher library = LIBRARY.matcher(location.group(2));
			while (library.find()) {
				// of the client's libraries the hub has one
				if (!location.group(1).equals("http") || library.group(1).equals("gson")) {
					named.add(library.group(1) + '-' + library.group(2) + ".jar");
				}
			}
		}
		try (Stream<Path> jars = Files.list(Path.of(System.getProperty("hub.folder")))) {
			assertEquals(named, jars.map(jar -> jar.getFileName().toString())
					.filter(name -> name.endsWith(".jar") && !name.startsWith("iothubtools."))
					.collect(Collectors.toCollection(TreeSet::new)));
		}
	}
}
