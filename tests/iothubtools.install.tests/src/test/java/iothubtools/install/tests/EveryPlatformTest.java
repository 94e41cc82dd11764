// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is shipped is for one operating system, window system or processor only. */
class EveryPlatformTest {

	private static final Set<String> ONLY_SOME_PLATFORMS = Set.of("Eclipse-PlatformFilter", "Bundle-NativeCode");

	/** Packages and bundles of one platform, and insides that differ between them. */
	private static final Pattern OF_ONE_PLATFORM = Pattern
			.compile("org\\.eclipse\\.swt\\.internal(\\..*)?|org\\.eclipse\\.(.*\\.)?(gtk|win32|cocoa|linux|macosx)(\\..*)?");

	private static final Pattern PLATFORM_FILTER = Pattern.compile("osgi\\.(os|ws|arch)");

	static List<Bundle> bundles() {
		return Checkout.bundles().toList();
	}

	static List<Path> jars() {
		return Checkout.files(Checkout.SITE, name -> name.endsWith(".jar"));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void aManifestAsksForNoPlatform(Bundle bundle) {
		Set<String> found = new TreeSet<>(bundle.headers().keySet());
		found.retainAll(ONLY_SOME_PLATFORMS);
		assertEquals(Set.of(), found);
		assertEquals(List.of(), bundle.asksFor().stream().filter(asked -> OF_ONE_PLATFORM.matcher(asked).matches()).toList());
		assertEquals(List.of(), bundle.header("Fragment-Host"));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void itsClassesUseNothingOfOnePlatform(Bundle bundle) {
		Set<String> used = UsedPackages.outside(bundle);
		assertTrue(used.stream().anyMatch(name -> name.startsWith("org.") || name.startsWith("com.")), "jdeps found nothing");
		assertEquals(List.of(), used.stream().filter(name -> OF_ONE_PLATFORM.matcher(name).matches()).toList());
		assertEquals(Set.of(), UsedPackages.jdkInternal(bundle));
	}

	@Test
	void theFeatureIsForEveryPlatformAndLanguage() throws IOException {
		List<String> found = new ArrayList<>();
		Xml feature = new Xml(Checkout.ROOT.resolve("features/iothubtools.feature/feature.xml"));
		for (String attribute : List.of("os", "ws", "arch", "nl")) {
			feature.values("//@" + attribute).forEach(value -> found.add(attribute + "=" + value));
		}
		assertEquals(List.of(), found);
		assertTrue(feature.values("//plugin/@id").contains("iothubtools.ui"), "it is another file");
	}

	@Test
	void theSiteOffersNothingToSomePlatformsOnly() throws IOException {
		List<String> filters = new Site(Checkout.SITE).values("//filter");
		assertEquals(List.of(), filters.stream().filter(filter -> PLATFORM_FILTER.matcher(filter).find()).toList());
	}

	/** The test below sees what it looks for. */
	@Test
	void theIdeHasNativeCode() throws IOException {
		Path swt = Checkout.files(Checkout.BARE_IDE.resolve("plugins"), name -> name.matches("org\\.eclipse\\.swt\\.\\w+\\.\\w+\\..*"))
				.get(0);
		assertNotEquals(List.of(), NativeCode.in(swt));
	}

	@ParameterizedTest
	@MethodSource("jars")
	void aJarOfTheSiteHasNoNativeCode(Path jar) throws IOException {
		assertEquals(List.of(), NativeCode.in(jar));
		try (JarFile file = new JarFile(jar.toFile())) {
			Set<String> found = new TreeSet<>();
			if (file.getManifest() != null) {
				file.getManifest().getMainAttributes().keySet().forEach(name -> found.add(name.toString()));
			}
			found.retainAll(ONLY_SOME_PLATFORMS);
			assertEquals(Set.of(), found);
		}
	}
}
