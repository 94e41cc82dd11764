// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The update site as somebody finds it who looks at it in Install New Software. */
class SiteTest {

	private static final String CATEGORY = "//unit[properties/property[@name='org.eclipse.equinox.p2.type.category' and @value='true']]";
	private static final String FEATURE = "//unit[@id='iothubtools.feature.feature.group']";
	private static final long MEGABYTE = 1024 * 1024;

	private final Site site;

	SiteTest() throws IOException {
		site = new Site(Checkout.SITE);
	}

	static List<Bundle> bundles() {
		return Checkout.bundles().toList();
	}

	@Test
	void itHasOneCategoryWithTheFeature() {
		assertEquals(List.of("Azure IoT"), site.values(CATEGORY + "/properties/property[@name='org.eclipse.equinox.p2.name']/@value"));
		assertTrue(site.values(CATEGORY + "/requires/required/@name").contains("iothubtools.feature.feature.group"));
		assertNotEquals("", site.value(CATEGORY + "/properties/property[@name='org.eclipse.equinox.p2.description']/@value"));
	}

	@Test
	void theFeatureSaysWhatItIsAndUnderWhichLicence() {
		assertEquals("IoT Hub Tools for Eclipse", site.value(FEATURE + "/properties/property[@name='df_LT.featureName']/@value"));
		assertTrue(site.value(FEATURE + "/properties/property[@name='df_LT.description']/@value").contains("Azure IoT Hub"));
		assertTrue(site.value(FEATURE + "/properties/property[@name='df_LT.license']/@value").startsWith("Eclipse Public License - v 2.0"));
		assertTrue(site.value(FEATURE + "/licenses/license/@uri").endsWith("/epl-2.0/"));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void eachBundleComesWithItsSources(Bundle bundle) throws IOException {
		String version = site.value("//unit[@id='" + bundle.name() + "']/@version");
		assertEquals(List.of(version), site.values("//unit[@id='" + bundle.name() + ".source']/@version"));
		Path jar = Checkout.SITE.resolve("plugins/" + bundle.name() + ".source_" + version + ".jar");
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			for (Path source : bundle.sources(name -> name.endsWith(".java"))) {
				String entry = bundle.folder().resolve("src").relativize(source).toString().replace('\\', '/');
				assertTrue(zip.getEntry(entry) != null, entry + " is missing in " + jar);
			}
		}
	}

	@Test
	void eachJarOfOursHasItsLicence() throws IOException {
		byte[] licence = Files.readAllBytes(Checkout.ROOT.resolve("LICENSE"));
		List<Path> ours = Checkout.files(Checkout.SITE, name -> name.startsWith("iothubtools.") && name.endsWith(".jar"));
		assertEquals(14, ours.size(), () -> "six bundles and the feature, and the sources of each: " + ours);
		for (Path jar : ours) {
			try (ZipFile zip = new ZipFile(jar.toFile())) {
				ZipEntry entry = zip.getEntry("LICENSE");
				assertTrue(entry != null, "no licence in " + jar);
				assertArrayEquals(licence, zip.getInputStream(entry).readAllBytes(), "another licence in " + jar);
			}
		}
	}

	/** Nothing of one build alone: see {@code releng/scripts/same-bytes.sh}, which compares whole builds. */
	@ParameterizedTest
	@ValueSource(strings = { "content", "artifacts" })
	void itsMetadataIsThatOfTheVersion(String name) throws IOException {
		String qualifier = site.value(FEATURE + "/@version").replaceFirst("^.*[.]", "");
		long time = LocalDateTime.parse(qualifier, DateTimeFormatter.ofPattern("yyyyMMddHHmm")).toInstant(ZoneOffset.UTC).toEpochMilli();
		try (ZipFile zip = new ZipFile(Checkout.SITE.resolve(name + ".jar").toFile());
				InputStream in = zip.getInputStream(zip.getEntry(name + ".xml"))) {
			assertEquals(List.of(Long.toString(time)), new Xml(in).values("/repository/properties/property[@name='p2.timestamp']/@value"));
		}
	}

	@Test
	void whatAUnitProvidesIsInOrder() {
		List<String> packages = site.values("//unit[@id='a.jre.javase']/provides/provided[@namespace='java.package']/@name");
		assertTrue(packages.size() > 50, packages.toString());
		assertEquals(packages.stream().sorted().toList(), packages);
	}

	@Test
	void whatItListsItHas() {
		for (String unit : site.values("//unit[artifacts/artifact/@classifier='osgi.bundle']/@id")) {
			String version = site.value("//unit[@id='" + unit + "']/@version");
			assertTrue(Files.exists(Checkout.SITE.resolve("plugins/" + unit + "_" + version + ".jar")), unit + " " + version);
		}
	}

	@Test
	void testsAreNotShipped() {
		assertEquals(List.of(), site.values("//unit[starts-with(@id, 'iothubtools.')]/@id").stream()
				.filter(id -> id.contains(".tests") || id.contains(".tour")).toList());
	}

	@Test
	void itStaysSmall() throws IOException {
		long size = 0;
		for (Path file : Checkout.files(Checkout.SITE, name -> true)) {
			size += Files.size(file);
		}
		// two thirds of 14.9 are libraries, an eighth our sources; a library more is to be noticed here
		assertTrue(size < 16 * MEGABYTE, "The site has grown to " + size / MEGABYTE + " MB");
	}
}
