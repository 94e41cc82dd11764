// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
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
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.Unnamed;

/** A device in the Properties view, and several. */
class PropertiesTest extends WithProperties {

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
	void groupsStayOpenWhateverIsSelectedButThoseThatSomebodyClosed() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			view.select("sensor-0001");
			view.command(UiIds.PROPERTIES);
			awaitClosed("ETag");
			for (int round = 0; round < 2; round++) {
				view.activate().select("sensor-0001", "sensor-0002");
				awaitClosed("Devices selected");
				view.activate().select("sensor-0002");
				awaitClosed("ETag");
				view.activate().select("Factory (3)");
				awaitClosed("Host name");
				view.activate().select("sensor-0001");
				awaitClosed("ETag");
			}
			Ui.run(() -> {
				Event event = new Event();
				event.item = tree().getItem(1);
				tree().getItem(1).setExpanded(false);
				tree().notifyListeners(SWT.Collapse, event);
			});
			view.activate().select("sensor-0002");
			Until.holds("the other device", () -> "sensor-0002".equals(page().getTitleText(null)));
			awaitClosed("ETag", "State");
			view.activate().select("Factory (3)");
			awaitClosed("Host name");
			view.activate().select("sensor-0001");
			awaitClosed("ETag", "State");
		}
	}

	/** Waits for a line, and for no other groups than these to be closed. */
	private static void awaitClosed(String line, String... groups) {
		Until.holds("the line " + line + " and no closed groups but " + List.of(groups), () -> lines().containsKey(line)
				&& Stream.of(tree().getItems()).filter(item -> item.getItemCount() > 0 && !item.getExpanded()).map(TreeItem::getText).toList()
						.equals(List.of(groups)));
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

	private static void change(HubOperations operations, HubFixture hub, TwinPatch patch) throws Exception {
		TwinToEdit seen = operations.run(new GetTwinToEditOperation(hub.connection(), ClientId.device("d1")), new NullProgressMonitor());
		operations.run(new PatchTwinOperation(hub.connection(), seen, patch), new NullProgressMonitor());
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
}
