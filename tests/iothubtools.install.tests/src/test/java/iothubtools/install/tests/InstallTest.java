// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
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

/** What happens to a person's bare IDE: install from the site alone, use, take out again. One IDE, step after step. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class InstallTest {

	/** As the tour prints an exchange: "PUT /devices/... -> 200 OK" */
	private static final Pattern EXCHANGE = Pattern.compile("^(?:GET|PUT|POST|DELETE|PATCH) \\S+ -> (\\d{3})", Pattern.MULTILINE);

	/** Where the platform looks for the icon of a view's tab. */
	private static final String ICON_OF_A_TAB = "SWTPartRenderer.getImage";

	private final InstalledIde ide;
	private final List<String> bare;
	private final List<String> bareFiles;

	InstallTest() throws IOException {
		ide = InstalledIde.fresh("install");
		bare = ide.bundles();
		bareFiles = ide.files();
	}

	@Test
	@Order(1)
	void theFeatureInstallsFromItsSiteAlone() throws Exception {
		assertTrue(bare.stream().noneMatch(bundle -> bundle.startsWith("iothubtools.")), "the IDE is not bare");
		ide.install(Checkout.SITE).assertWell();
		assertEquals(List.of("iothubtools.amqp", "iothubtools.client", "iothubtools.core", "iothubtools.localhub", "iothubtools.ui",
				"iothubtools.ui.editor"),
				ide.bundles().stream().map(bundle -> bundle.split(" ")[0]).filter(name -> name.startsWith("iothubtools.")).toList());
		assertTrue(ide.bundles().containsAll(bare), "the installation took something away");
		List<String> added = new ArrayList<>(ide.bundles());
		added.removeAll(bare);
		System.out.println("Java " + Runtime.version().feature() + ", a bare IDE of " + bare.size() + " bundles takes " + added.size()
				+ " from the site: " + String.join(", ", added));
	}

	@Test
	@Order(2)
	void theIdeOpensTheViewAndListsDevices() throws Exception {
		ide.play("smoke", "smoke").assertWell();
	}

	@Test
	@Order(3)
	void theTourDoesTheJob() throws Exception {
		Outcome outcome = ide.play("tour", "tour");
		outcome.assertWell();
		assertEquals(List.of("200", "200", "409", "200", "204"),
				EXCHANGE.matcher(outcome.output()).results().map((MatchResult found) -> found.group(1)).toList(), outcome.output());
		for (var picture : Checkout.children(ide.pictures())) {
			assertTrue(ImageIO.read(picture.toFile()).getWidth() > 400, picture + " is no picture of a window");
		}
		assertTrue(Checkout.children(ide.pictures()).size() >= 5, "a picture of each step");
	}

	@Test
	@Order(4)
	void inAGermanEclipseItSpeaksGerman() throws Exception {
		ide.play("german", "german", "user.language=de", "user.country=DE").assertWell();
	}

	@Test
	@Order(5)
	void takenOutAgainItLeavesTheIdeAsItWas() throws Exception {
		ide.uninstall().assertWell();
		assertEquals(bare, ide.bundles());
		assertEquals(bareFiles, ide.files());
	}

	/** Eclipse itself looks for the icon of every view that was open, and logs that it is gone: that is so for each plug-in. */
	@Test
	@Order(6)
	void nothingElseIsMissedInAWorkspaceWhereTheViewIsOpen() throws Exception {
		Outcome outcome = ide.play("bare", "smoke");
		assertEquals(0, outcome.exitCode(), outcome.output());
		assertEquals(List.of(), outcome.errorsLogged().stream().filter(error -> !error.contains(ICON_OF_A_TAB)).toList());
	}
}
