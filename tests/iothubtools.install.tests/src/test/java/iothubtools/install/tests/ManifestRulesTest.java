// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.osgi.util.ManifestElement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Who may import whom, and what a manifest has to say, read from the manifests. */
class ManifestRulesTest {

	private static final String NULL_ANNOTATIONS = "org.eclipse.jdt.annotation";
	private static final String EDITOR = "iothubtools.ui.editor";
	private static final String JOURNEYS = "iothubtools.swtbot.tests";

	static List<Bundle> bundles() {
		return Checkout.bundles().toList();
	}

	/** The journeys need SWTBot, which only their profile has. */
	static List<Bundle> bundlesAndTests() {
		return Checkout.bundlesAndTests().filter(bundle -> !bundle.name().equals(JOURNEYS)).toList();
	}

	/** Those that are to come, too, as soon as they are there. */
	@ParameterizedTest
	@ValueSource(strings = { "iothubtools.client", "iothubtools.localhub", "iothubtools.amqp", "iothubtools.simulation" })
	void plainJavaIsPlainJava(String name) {
		assertAsksForNone(name, ManifestRulesTest::isEclipse);
	}

	@Test
	@DisplayName("client and localhub do not import each other")
	void theEndsOfTheWireDoNotKnowEachOther() {
		assertAsksForNone("iothubtools.client", asked -> asked.startsWith("iothubtools."));
		assertAsksForNone("iothubtools.localhub", asked -> asked.startsWith("iothubtools."));
	}

	@Test
	@DisplayName("core has no UI")
	void coreHasNoUi() {
		assertAsksForNone("iothubtools.core", asked -> asked.startsWith("org.eclipse.swt") || asked.startsWith("org.eclipse.jface")
				|| asked.startsWith("org.eclipse.ui") || asked.startsWith("org.eclipse.e4.ui"));
	}

	@Test
	@DisplayName("ui reaches the local hub only through core; nothing but the editor imports ui")
	void uiIsTheTop() {
		assertAsksForNone("iothubtools.ui", asked -> asked.startsWith("iothubtools.localhub"));
		for (Bundle bundle : bundles()) {
			boolean editor = bundle.name().equals(EDITOR);
			assertAsksForNone(bundle.name(), asked -> asked.startsWith(editor ? EDITOR : "iothubtools.ui"));
		}
	}

	/** The widgets of jface.text come with the console, which ui needs anyway. */
	@Test
	@DisplayName("text editors and compare are needed by the editor alone")
	void whoeverWantsNoEditorNeedsNoTextEditors() {
		for (Bundle bundle : bundles()) {
			if (!bundle.name().equals(EDITOR)) {
				assertAsksForNone(bundle.name(), asked -> asked.startsWith("org.eclipse.compare")
						|| asked.startsWith("org.eclipse.jface.text") && !bundle.name().equals("iothubtools.ui") || asked.startsWith("org.eclipse.ui.editors") || asked.startsWith("org.eclipse.ui.workbench.texteditor"));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void aPackageIsApiOrMarkedInternal(Bundle bundle) {
		for (ManifestElement clause : bundle.header("Export-Package")) {
			boolean internal = List.of(clause.getValue().split("\\.")).contains("internal");
			boolean marked = clause.getDirective("x-internal") != null || clause.getDirective("x-friends") != null;
			assertEquals(internal, marked, clause + ": internal packages, and only those, are x-friends or x-internal");
		}
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void aRequiredBundleHasARangeUpToTheNextMajor(Bundle bundle) {
		for (ManifestElement clause : bundle.header("Require-Bundle")) {
			String text = clause.getAttribute("bundle-version");
			assertNotNull(text, clause + " has no version range");
			VersionRange range = new VersionRange(text);
			assertNotNull(range.getRight(), clause + " is open upwards");
			assertEquals(new Version(range.getLeft().getMajor() + 1, 0, 0), range.getRight(), clause.toString());
			assertEquals(VersionRange.RIGHT_OPEN, range.getRightType(), clause.toString());
		}
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void anImportedLibraryPackageHasARange(Bundle bundle) {
		for (ManifestElement clause : bundle.header("Import-Package")) {
			String name = clause.getValue();
			if (!name.equals(NULL_ANNOTATIONS) && !name.startsWith("javax.")) {
				String text = clause.getAttribute("version");
				assertNotNull(text, clause + " has no version range");
				assertNotNull(new VersionRange(text).getRight(), clause + " is open upwards");
			}
		}
	}

	/** What the compiler finds through another bundle is still missing at run time unless it is imported. */
	@ParameterizedTest
	@MethodSource("bundles")
	void everyLibraryPackageInUseIsImported(Bundle bundle) {
		Set<String> imported = new HashSet<>(bundle.asksFor());
		List<String> missing = UsedPackages.outside(bundle).stream()
				.filter(name -> !name.startsWith("org.eclipse.") && !name.startsWith("iothubtools.") && !name.startsWith("org.osgi."))
				.filter(name -> !imported.contains(name)).toList();
		assertEquals(List.of(), missing);
	}

	/** Tycho's compiler sees what OSGi lets a bundle see; others have all on one class path, and are content where it is not. */
	@ParameterizedTest
	@MethodSource("bundlesAndTests")
	void everyPackageThatSourcesNameIsAskedFor(Bundle bundle) {
		assertEquals(Set.of(), new VisiblePackages().missing(bundle));
	}

	@Test
	void aPackageThatIsNotAskedForIsSeen(@TempDir Path folder) throws IOException {
		Files.createDirectories(folder.resolve("META-INF"));
		Files.writeString(folder.resolve("META-INF/MANIFEST.MF"), """
				Manifest-Version: 1.0
				Bundle-SymbolicName: planted
				Require-Bundle: org.eclipse.ui
				Import-Package: org.junit.jupiter.api
				""");
		Path sources = Files.createDirectories(folder.resolve("src/planted"));
		Files.writeString(sources.resolve("Planted.java"), """
				package planted;

				import static org.junit.jupiter.api.Assumptions.assumeTrue;

				import java.util.List;

				import org.eclipse.swt.SWT;
				import org.eclipse.ui.console.*;

				import com.google.gson.JsonObject;
				import planted.Other;
				""");
		Files.writeString(sources.resolve("Other.java"), """
				package planted;

				import org.junit.jupiter.api.Assertions;

				class Other {
					{ Assertions.assertThrows(Error.class, () -> { }); }
				}
				""");
		assertEquals(Set.of("org.opentest4j in Planted.java", "com.google.gson in Planted.java", "org.eclipse.ui.console in Planted.java",
				"org.junit.jupiter.api.function in Other.java"), new VisiblePackages().missing(new Bundle(folder)));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void theBundleRunsOnJava17(Bundle bundle) {
		assertEquals("JavaSE-17", bundle.headers().get("Bundle-RequiredExecutionEnvironment"));
	}

	private static boolean isEclipse(String asked) {
		return asked.startsWith("org.eclipse.") && !asked.equals(NULL_ANNOTATIONS);
	}

	private static void assertAsksForNone(String name, Predicate<String> forbidden) {
		List<String> found = bundles().stream().filter(bundle -> bundle.name().equals(name))
				.flatMap(bundle -> bundle.asksFor().stream()).filter(forbidden).toList();
		assertTrue(found.isEmpty(), () -> name + " must not ask for " + found);
	}
}
