// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bare IDE that was built for each platform takes the feature. Only what p2 knows of that IDE is needed for the answer, so only
 * that is copied; the machine's own IDE gives it.
 */
class EnvironmentsTest {

	private static final Path WORK = Checkout.TARGET.resolve("environments");
	private static final String P2 = "p2";

	@BeforeAll
	static void prepare() throws IOException {
		Folders.delete(WORK);
		// a configuration of its own, because the bare IDE stays as it was built
		Folders.copy(Checkout.BARE_IDE.resolve("configuration"), WORK.resolve("configuration"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "linux/gtk/x86_64", "linux/gtk/aarch64", "win32/win32/x86_64", "macosx/cocoa/x86_64",
			"macosx/cocoa/aarch64" })
	void theIdeOfAPlatformTakesTheFeature(String environment) throws Exception {
		Path ide = WORK.resolve(environment);
		Folders.copy(known(environment), ide.resolve(P2));
		Outcome outcome = install(ide);
		assertEquals(0, outcome.exitCode(), outcome.output());
	}

	@Test
	void anIdeWithoutThePlatformIsToldWhatItLacks() throws Exception {
		Outcome outcome = install(Files.createDirectories(WORK.resolve("empty")));
		assertFalse(outcome.exitCode() == 0, outcome.output());
		assertTrue(outcome.output().contains("IoT Hub Tools for Eclipse"), outcome.output());
		assertTrue(outcome.output().contains("requires 'osgi.bundle; org.eclipse."), outcome.output());
	}

	/** What p2 knows of the IDE that was built for a platform; that of a Mac lies some folders deeper. */
	private static Path known(String environment) throws IOException {
		try (Stream<Path> all = Files.walk(Checkout.IDES.resolve(environment), 5)) {
			return all.filter(folder -> folder.endsWith(P2)).findFirst().orElseThrow(() -> new AssertionError("No IDE was built"));
		}
	}

	/** Asks whether the feature could be installed; nothing is. */
	private static Outcome install(Path ide) throws IOException, InterruptedException {
		return new Launch(Checkout.BARE_IDE, "org.eclipse.equinox.p2.director")
				.with("-configuration", WORK.resolve("configuration").toString(), "-destination", ide.toString(), "-profile",
						"DefaultProfile", "-repository", Checkout.SITE.toUri().toString(), "-installIU",
						"iothubtools.feature.feature.group", "-verifyOnly")
				.run(WORK, WORK.resolve("none"));
	}
}
