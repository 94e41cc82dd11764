// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

import iothubtools.install.tests.InstalledIde.Outcome;

/** What happens to a person's bare IDE: install from the site alone, use, take out again. One IDE, step after step. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class InstallTest {

	/** As the tour prints an exchange: "PUT /devices/... -> 200 OK" */
	private static final Pattern EXCHANGE = Pattern.compile("^(?:GET|PUT|POST|DELETE|PATCH) \\S+ -> (\\d{3})", Pattern.MULTILINE);

	private final InstalledIde ide = fresh();
	private List<String> bare = List.of();

	@Test
	@Order(1)
	void theFeatureInstallsFromItsSiteAlone() throws Exception {
		bare = ide.bundles();
		assertTrue(bare.stream().noneMatch(bundle -> bundle.startsWith("iothubtools.")), "the IDE is not bare");
		Outcome outcome = ide.install();
		assertEquals(0, outcome.exitCode(), outcome.output());
		assertEquals(List.of("iothubtools.client", "iothubtools.core", "iothubtools.localhub", "iothubtools.ui"),
				ide.bundles().stream().map(bundle -> bundle.split(" ")[0]).filter(name -> name.startsWith("iothubtools.")).toList());
		assertTrue(ide.bundles().containsAll(bare), "the installation took something away");
	}

	@Test
	@Order(2)
	void theIdeOpensTheViewAndListsDevices() throws Exception {
		assertPlayed(ide.play("smoke"));
	}

	@Test
	@Order(3)
	void theTourDoesTheJob() throws Exception {
		Outcome outcome = ide.play("tour");
		assertPlayed(outcome);
		assertEquals(List.of("200", "200", "409", "200", "204"),
				EXCHANGE.matcher(outcome.output()).results().map((MatchResult found) -> found.group(1)).toList(), outcome.output());
		for (var picture : Checkout.children(ide.pictures())) {
			assertTrue(ImageIO.read(picture.toFile()).getWidth() > 400, picture + " is no picture of a window");
		}
		assertTrue(Checkout.children(ide.pictures()).size() >= 5, "a picture of each step");
	}

	@Test
	@Order(4)
	void takenOutAgainItLeavesTheIdeAsItWas() throws Exception {
		Outcome outcome = ide.uninstall();
		assertEquals(0, outcome.exitCode(), outcome.output());
		assertEquals(bare, ide.bundles());
	}

	private static void assertPlayed(Outcome outcome) {
		assertEquals(0, outcome.exitCode(), outcome.output());
		assertEquals(List.of(), outcome.errorsLogged());
	}

	private static InstalledIde fresh() {
		try {
			return InstalledIde.fresh("install");
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
