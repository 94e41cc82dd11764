// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;

/**
 * Two builds of the same sources, in two folders, have the same in them but for their version: the site that is tested, and the one of the
 * year 2000 that is updated from. {@code releng/scripts/same-bytes.sh} builds the commit twice more, in two clones, and compares all of it,
 * times and metadata too; that takes minutes.
 */
class SameBytesTest {

	/** A jar of a site. */
	private record Jar(Path file, String version) {

		/** What is in it: in its order, with its version replaced by a word. */
		Map<String, byte[]> content() throws IOException {
			Map<String, byte[]> content = new TreeMap<>();
			try (ZipFile zip = new ZipFile(file.toFile())) {
				int place = 0;
				for (ZipEntry entry : zip.stream().toList()) {
					byte[] bytes = zip.getInputStream(entry).readAllBytes();
					String text = new String(bytes, StandardCharsets.ISO_8859_1).replace(version, "VERSION");
					if (entry.getName().endsWith("/pom.xml")) {
						// Tycho names what a feature's sources depend on in another order each time
						text = text.lines().sorted().collect(Collectors.joining("\n"));
					}
					content.put(String.format("%05d %s", place++, entry.getName()), text.getBytes(StandardCharsets.ISO_8859_1));
				}
			}
			return content;
		}
	}

	@Test
	void whatIsBuiltTwiceIsTheSame() throws IOException {
		assumeFalse(UpdateTest.OLDER_SITE.isEmpty(), "There is no older build to compare with, see UpdateTest");
		Map<String, Jar> older = jars(Path.of(URI.create(UpdateTest.OLDER_SITE)));
		Map<String, Jar> tested = jars(Checkout.SITE);
		assertTrue(tested.size() > 14, tested.toString());
		assertEquals(tested.keySet(), older.keySet());
		for (Map.Entry<String, Jar> jar : tested.entrySet()) {
			Jar other = older.get(jar.getKey());
			if (!jar.getKey().contains("iothubtools.")) {
				assertArrayEquals(Files.readAllBytes(other.file()), Files.readAllBytes(jar.getValue().file()), jar.getKey());
				continue;
			}
			Map<String, byte[]> content = jar.getValue().content();
			Map<String, byte[]> before = other.content();
			assertEquals(before.keySet(), content.keySet(), "the files in " + jar.getKey());
			content.forEach((name, bytes) -> assertArrayEquals(before.get(name), bytes, name + " in " + jar.getKey()));
		}
	}

	/** The jars of a site, by folder and name. */
	private static Map<String, Jar> jars(Path site) {
		Map<String, Jar> jars = new TreeMap<>();
		for (Path file : Checkout.files(site, name -> name.endsWith(".jar") && name.indexOf('_') > 0)) {
			String name = file.getFileName().toString();
			int version = name.lastIndexOf('_');
			jars.put(file.getParent().getFileName() + "/" + name.substring(0, version),
					new Jar(file, name.substring(version + 1, name.length() - ".jar".length())));
		}
		return jars;
	}
}
