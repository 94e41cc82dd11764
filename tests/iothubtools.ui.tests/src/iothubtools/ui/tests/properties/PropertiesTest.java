// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.views.properties.PropertySheet;
import org.eclipse.ui.views.properties.tabbed.ITabDescriptor;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetTwinToEditOperation;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.core.operations.TwinToEdit;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.EntraFixture;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.Unnamed;
import iothubtools.ui.tests.support.WithHubView;

class PropertiesTest extends WithHubView {

	@AfterEach
	void closeProperties() {
		Ui.run(() -> {
			IViewPart properties = HubView.page().findView(IPageLayout.ID_PROP_SHEET);
			if (properties != null) {
				HubView.page().hideView(properties);
			}
		});
	}

	@Test
	void aDeviceIsShownWithItsKeysMasked() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("d1");
			view.awaitRows(2);
			view.select("d1");
			view.command(UiIds.PROPERTIES);
			Until.holds("the details", () -> lines().containsKey("ETag"));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			assertEquals("d1", lines.get("Device ID"));
			assertEquals("Factory", lines.get("Hub"));
			assertEquals("Enabled", lines.get("Status"));
			assertEquals(List.of("Device", "State", "IoT Edge"), categories());
			assertEquals(List.of("Identity", "Authentication", "Activity", "Twin"), tabs());
			assertEquals("d1", Ui.get(() -> page().getTitleText(null)));
			tab("Authentication");
			Until.holds("the keys", () -> lines().containsKey("Primary key"));
			lines = Ui.get(PropertiesTest::lines);
			assertEquals("\u2022\u2022\u2022\u2022\u2022\u2022", lines.get("Primary key"), lines.toString());
			assertEquals("\u2022\u2022\u2022\u2022\u2022\u2022", lines.get("Secondary key"));
			tab("Activity");
			Until.holds("the activity", () -> "Disconnected".equals(lines().get("Connection")) && "Never".equals(lines().get("Last activity")));
		}
	}

	@Test
	void theRowsAreSeenBesideItWhereThePerspectiveHasNoPlaceForIt() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			view.select("sensor-0001");
			view.command(UiIds.PROPERTIES);
			Until.holds("the details", () -> lines().containsKey("ETag"));
			assertTrue(Ui.get(() -> HubView.page().isPartVisible(view.part())), "the rows are covered");
			assertTrue(Ui.get(() -> view.table().getClientArea().height) > Ui.get(() -> 2 * view.table().getItemHeight()), "no row can be seen");
			view.select("sensor-0002");
			Until.holds("the other device", () -> "sensor-0002".equals(page().getTitleText(null)));
		}
	}

	@Test
	void theTabThatIsReadStaysWhenAnotherDeviceIsSelected() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			view.select("sensor-0001");
			view.command(UiIds.PROPERTIES);
			tab("Activity");
			Until.holds("the activity", () -> lines().containsKey("Connection since"));
			view.activate().select("sensor-0002");
			Until.holds("the other device", () -> "sensor-0002".equals(page().getTitleText(null)) && lines().containsKey("Connection since"));
			view.activate().select("Factory (3)");
			Until.holds("the hub", () -> lines().containsKey("Host name"));
			assertEquals(List.of("Connection", "Statistics"), tabs());
			view.activate().select("sensor-0001");
			Until.holds("the tab before", () -> lines().containsKey("Last activity"));
		}
	}

	@Test
	void theTwinIsRetrievedWhenItsTabIsShownAndAgainWhenItChanges() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("d1");
			HubOperations operations = IotHubCore.get().operations();
			change(operations, hub, new TwinPatch("{\"site\":\"North\"}", "{\"fan\":{\"speed\":1.0}}"));
			view.awaitRows(2);
			view.select("d1");
			view.command(UiIds.PROPERTIES);
			tab("Twin");
			Until.holds("the tag", () -> "\"North\"".equals(lines().get("site")));
			assertEquals("{\"speed\":1.0}", Ui.get(PropertiesTest::lines).get("fan"));
			assertEquals(List.of("Twin", "Tags", "Desired properties"), categories());
			change(operations, hub, TwinPatch.ofTags("{\"site\":\"South\"}"));
			view.command("org.eclipse.ui.file.refresh");
			Until.holds("the change", () -> "\"South\"".equals(lines().get("site")));
		}
	}

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

	@Test
	void eachTableHasANameAndExplainsItselfByF1() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 1)) {
			view.awaitRows(2);
			view.select("sensor-0001");
			view.command(UiIds.PROPERTIES);
			for (String tab : List.of("Identity", "Authentication", "Activity", "Twin")) {
				tab(tab);
				Until.holds("the table of " + tab, () -> tree() != null);
				assertEquals("iothubtools.ui.HubPropertySheetPage", Ui.get(() -> tree().getData("org.eclipse.ui.help")));
				assertEquals(List.of(), Ui.get(() -> Unnamed.below(page().getControl())));
			}
		}
	}

	@Test
	void aHubIsShownWithItsCounts() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 12)) {
			view.awaitStatus("12 devices");
			view.select("Factory (12)");
			view.command(UiIds.PROPERTIES);
			Until.holds("the connection", () -> lines().containsKey("Host name"));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			assertEquals(hub.connection().host().toString(), lines.get("Host name"));
			assertEquals("iothubowner", lines.get("Policy"));
			assertFalse(lines.containsKey("MQTT endpoint"), lines.toString());
			tab("Statistics");
			Until.holds("the counts", () -> "12".equals(lines().get("Devices")));
		}
	}

	@Test
	void aFailureGoesWithARefreshThatWorks() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			hub.stop();
			view.select("sensor-0001");
			view.command(UiIds.PROPERTIES);
			Until.holds("the failure", () -> lines().getOrDefault("Details", "").startsWith("Nothing answers"));
			hub.restart();
			view.command("org.eclipse.ui.file.refresh");
			Until.holds("the details", () -> lines().containsKey("ETag"));
		}
	}

	@Test
	void aFailureHasAButtonForWhatCanBeDone() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			hub.stop();
			view.select("sensor-0001");
			view.command(UiIds.PROPERTIES);
			Until.holds("the failure", () -> lines().getOrDefault("Details", "").startsWith("Nothing answers"));
			Until.holds("its buttons", () -> tool("Try again") != null && tool("Edit connection\u2026") != null);
			hub.restart();
			Ui.post(() -> tool("Try again").notifyListeners(SWT.Selection, new Event()));
			Until.holds("the details", () -> lines().containsKey("ETag"));
			Until.holds("no button", () -> tool("Try again") == null);
		}
	}

	private static void change(HubOperations operations, HubFixture hub, TwinPatch patch) throws Exception {
		TwinToEdit seen = operations.run(new GetTwinToEditOperation(hub.connection(), ClientId.device("d1")), new NullProgressMonitor());
		operations.run(new PatchTwinOperation(hub.connection(), seen, patch), new NullProgressMonitor());
	}

	private static ToolItem tool(String text) {
		return tools(HubView.page().getWorkbenchWindow().getShell()).filter(item -> text.equals(item.getText())).findFirst().orElse(null);
	}

	private static Stream<ToolItem> tools(Composite parent) {
		return Stream.of(parent.getChildren()).flatMap(child -> child instanceof ToolBar bar ? Stream.of(bar.getItems())
				: child instanceof Composite composite ? tools(composite) : Stream.empty());
	}

	@Test
	void severalDevicesAreCountedWithWhatTheyHaveInCommon() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 30)) {
			view.awaitStatus("30 devices");
			view.select("sensor-0006", "sensor-0007", "sensor-0008");
			view.command(UiIds.PROPERTIES);
			Until.holds("the number", () -> "3".equals(lines().get("Devices selected")));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			assertEquals("Factory", lines.get("Hub"));
			assertEquals("2 Enabled, 1 Disabled", lines.get("Status"));
			assertEquals(List.of("Identity", "Authentication", "Activity"), tabs());
			tab("Activity");
			Until.holds("what they have in common", () -> "Disconnected".equals(lines().get("Connection")));
		}
	}

	@Test
	void aHubThatIsOpenedByASignInSaysSo() throws Exception {
		try (EntraFixture hub = new EntraFixture(folder, 2, "contoso.onmicrosoft.com")) {
			view.awaitVisible(WidgetIds.ERROR_PAGE);
			hub.signIn("data-reader");
			view.follow(WidgetIds.RETRY);
			view.awaitStatus("2 devices");
			view.select("Factory (2)");
			view.command(UiIds.PROPERTIES);
			Until.holds("the connection", () -> lines().containsKey("Sign-in"));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			assertEquals("Microsoft Entra ID (contoso.onmicrosoft.com)", lines.get("Sign-in"));
			assertFalse(lines.containsKey("Policy"), lines.toString());
			tab("Statistics");
			Until.holds("the counts", () -> "2".equals(lines().get("Devices")));
		}
	}

	@Test
	void theLocalHubSaysWhereDeviceSoftwareFindsItAndWhatToTrust() throws Exception {
		HubConnection local = IotHubCore.get().localHub().start(1);
		try {
			view.awaitStatus("1 device");
			view.select("Local hub (1)");
			view.command(UiIds.PROPERTIES);
			Until.holds("the connection", () -> lines().containsKey("MQTT endpoint"));
			Map<String, String> lines = Ui.get(PropertiesTest::lines);
			int port = IotHubCore.get().localHub().mqttPort().orElseThrow();
			assertEquals("mqtts://127.0.0.1:" + port, lines.get("MQTT endpoint"), lines.toString());
			assertEquals("amqps://127.0.0.1:" + IotHubCore.get().localHub().amqpPort().orElseThrow(), lines.get("AMQP endpoint"), lines.toString());
			assertEquals(local.caCertificate(), lines.get("CA certificate to trust"));
			assertTrue(categories().contains("Device software"), categories().toString());
		} finally {
			IotHubCore.get().localHub().stop();
			IotHubCore.get().connections().remove(local);
		}
	}

	@Test
	void detailsThatCannotBeFetchedSayWhy() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			hub.stop();
			view.select("sensor-0002");
			view.command(UiIds.PROPERTIES);
			Until.holds("the reason", () -> lines().getOrDefault("Details", "").startsWith("Nothing answers"));
			assertTrue(Ui.get(PropertiesTest::lines).containsKey("Status"));
			assertFalse(Ui.get(PropertiesTest::lines).containsKey("Primary key"));
		}
	}

	@Test
	void theEditorOfADeviceIsAboutItWhateverIsSelectedThere() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("d1");
			hub.create("d2");
			view.awaitRows(3);
			DeviceEditorPart editor = DeviceEditorPart.open(view, "d1");
			try {
				// the row that is selected in the view behind is another one
				view.select("d2");
				Ui.post(() -> {
					HubView.page().activate(editor.part());
					Commands.run(HubView.page().getWorkbenchWindow(), UiIds.PROPERTIES);
				});
				Until.holds("the device", () -> "d1".equals(lines().get("Device ID")) && lines().containsKey("ETag"));
				Ui.run(() -> HubView.page().activate(editor.part()));
				editor.showPage("identity");
				assertEquals("d1", Ui.get(PropertiesTest::lines).get("Device ID"));
				assertEquals("Enabled", Ui.get(PropertiesTest::lines).get("Status"));
				HubOperations operations = IotHubCore.get().operations();
				DeviceIdentity before = operations.run(new GetDeviceOperation(hub.connection(), "d1"), new NullProgressMonitor());
				operations.run(new ReplaceDeviceOperation(hub.connection(), before, new IdentityChange.Disable("repair")), new NullProgressMonitor());
				Until.holds("the change", () -> "Disabled".equals(lines().get("Status")) && "repair".equals(lines().get("Status reason")));
			} finally {
				editor.close();
			}
		}
	}

	@Test
	void whatIsNotKnownYetIsLeftEmptyAndNotSaidToBeUnknownOrNever() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("d1");
			view.awaitRows(2);
			DeviceEditorPart editor = DeviceEditorPart.open(view, "d1");
			try {
				// nothing comes, as at a hub that is slow
				hub.hub().inject(FaultPlan.of(FaultRule.of(FaultRule.EVERY_OPERATION, new FaultEffect.Delay(Duration.ofMinutes(1)))));
				Ui.post(() -> {
					HubView.page().activate(editor.part());
					Commands.run(HubView.page().getWorkbenchWindow(), UiIds.PROPERTIES);
				});
				Until.holds("what there is", () -> "Loading\u2026".equals(lines().get("Details")));
				assertEquals("", Ui.get(PropertiesTest::lines).get("Status"));
				tab("Activity");
				Until.holds("nothing of its activity", () -> "".equals(lines().get("Connection")) && "".equals(lines().get("Last activity")));
				// the list knows it
				view.activate().select("d1");
				view.command(UiIds.PROPERTIES);
				Until.holds("the page of the view", () -> "Enabled".equals(lines().get("Status")));
				tab("Activity");
				Until.holds("what the row says", () -> "Disconnected".equals(lines().get("Connection")));
			} finally {
				editor.close();
			}
		}
	}

	/** Labels of the tabs, from the top. */
	private static List<String> tabs() {
		return Ui.get(() -> page() == null ? List.of() : Stream.of(page().getActiveTabs()).map(ITabDescriptor::getLabel).toList());
	}

	/** Shows a tab. */
	private static void tab(String label) {
		Until.holds("the tab " + label, () -> tabs().contains(label));
		Ui.run(() -> Stream.of(page().getActiveTabs()).filter(tab -> tab.getLabel().equals(label)).forEach(tab -> page().setSelectedTab(tab.getId())));
	}

	/** What the Properties view shows for us; on the UI thread. */
	private static TabbedPropertySheetPage page() {
		return HubView.page().findView(IPageLayout.ID_PROP_SHEET) instanceof PropertySheet sheet
				&& sheet.getCurrentPage() instanceof TabbedPropertySheetPage page ? page : null;
	}

	private static List<String> categories() {
		List<String> names = new ArrayList<>();
		Ui.run(() -> {
			for (TreeItem item : tree().getItems()) {
				names.add(item.getText(0));
			}
		});
		return names;
	}

	/** Names and values on the tab that is shown. */
	private static Map<String, String> lines() {
		Map<String, String> lines = new LinkedHashMap<>();
		Tree tree = tree();
		if (tree != null) {
			add(tree.getItems(), lines);
		}
		return lines;
	}

	private static void add(TreeItem[] items, Map<String, String> lines) {
		for (TreeItem item : items) {
			// a category has no value
			if (item.getItemCount() == 0) {
				lines.put(item.getText(0), item.getText(1));
			}
			add(item.getItems(), lines);
		}
	}

	private static Tree tree() {
		return page() == null ? null : shown((Composite) page().getControl());
	}

	/** That of the tab in front, whether or not the view itself can be seen. */
	private static Tree shown(Composite parent) {
		for (Control child : parent.getChildren()) {
			Tree tree = !child.getVisible() ? null : child instanceof Tree found ? found : child instanceof Composite below ? shown(below) : null;
			if (tree != null) {
				return tree;
			}
		}
		return null;
	}
}
