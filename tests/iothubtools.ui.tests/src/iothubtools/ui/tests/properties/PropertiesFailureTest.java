// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.properties;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;

/** What the Properties view says when details cannot be fetched, and what can be done then. */
class PropertiesFailureTest extends WithProperties {

	@Test
	void aFailureIsToldOnEachTab() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			hub.stop();
			view.select("sensor-0001");
			view.command(UiIds.PROPERTIES);
			failureOn("Authentication", "Twin", "Activity", "Identity");
			view.activate().select("Factory (2)");
			view.command(UiIds.PROPERTIES);
			failureOn("Statistics", "Connection");
		}
	}

	private static void failureOn(String... tabs) {
		for (String tab : tabs) {
			tab(tab);
			Until.holds("the failure on " + tab, () -> lines().getOrDefault("Details", "").startsWith("Nothing answers") && tool("Try again") != null);
		}
	}

	/** Shows a device whose hub is stopped by then. */
	private void failing(HubFixture hub, String device) throws Exception {
		hub.stop();
		view.select(device);
		view.command(UiIds.PROPERTIES);
		Until.holds("the failure", () -> lines().getOrDefault("Details", "").startsWith("Nothing answers"));
	}

	@Test
	void aFailureGoesWithARefreshThatWorks() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			failing(hub, "sensor-0001");
			hub.restart();
			view.command("org.eclipse.ui.file.refresh");
			Until.holds("the details", () -> lines().containsKey("ETag"));
		}
	}

	@Test
	void aFailureHasAButtonForWhatCanBeDone() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			failing(hub, "sensor-0001");
			Until.holds("its buttons", () -> tool("Try again") != null && tool("Edit connection\u2026") != null);
			hub.restart();
			Ui.post(() -> tool("Try again").notifyListeners(SWT.Selection, new Event()));
			Until.holds("the details", () -> lines().containsKey("ETag"));
			Until.holds("no button", () -> tool("Try again") == null);
		}
	}

	private static ToolItem tool(String text) {
		return tools(HubView.page().getWorkbenchWindow().getShell()).filter(item -> text.equals(item.getText())).findFirst().orElse(null);
	}

	private static Stream<ToolItem> tools(Composite parent) {
		return Stream.of(parent.getChildren()).flatMap(child -> child instanceof ToolBar bar ? Stream.of(bar.getItems())
				: child instanceof Composite composite ? tools(composite) : Stream.empty());
	}

	@Test
	void detailsThatCannotBeFetchedSayWhy() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			failing(hub, "sensor-0002");
			assertTrue(Ui.get(PropertiesFailureTest::lines).containsKey("Status"));
			assertFalse(Ui.get(PropertiesFailureTest::lines).containsKey("Primary key"));
		}
	}
}
