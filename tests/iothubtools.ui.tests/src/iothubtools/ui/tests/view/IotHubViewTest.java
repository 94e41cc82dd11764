// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.view.DeviceColumns;
import iothubtools.ui.tests.support.HeadMenu;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

class IotHubViewTest extends WithHubView {

	private static final String DELETE = "org.eclipse.ui.edit.delete";
	private static final String COPY = "org.eclipse.ui.edit.copy";

	@Test
	void itListsAllOf2500Devices() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2500)) {
			view.awaitStatus("2,500 devices");
			List<String> names = view.names();
			assertEquals(2501, names.size());
			assertEquals("Factory (2,500)", names.get(0));
			assertEquals("sensor-0001", names.get(1));
			assertEquals("sensor-2500", names.get(2500));
		}
	}

	@Test
	void theFilterTakesAllWordsInAnyColumnAndEscapeClearsIt() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 120)) {
			view.awaitStatus("120 devices");
			view.filter("ENABLED 011");
			view.awaitStatus("10 of 120 devices");
			assertEquals("Factory (10 of 120)", view.names().get(0));
			assertEquals("sensor-0011", view.names().get(1));
			Ui.run(() -> {
				Event escape = new Event();
				escape.character = SWT.ESC;
				escape.keyCode = SWT.ESC;
				view.awaitVisible(WidgetIds.FILTER).notifyListeners(SWT.KeyDown, escape);
			});
			view.awaitStatus("120 devices");
		}
	}

	@Test
	void aClickOnAColumnSortsAndAnotherOneReverses() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 30)) {
			view.awaitRows(31);
			view.clickColumn(DeviceColumns.ALL.indexOf(DeviceColumns.DEVICE_ID));
			Until.holds("descending ids", () -> "sensor-0030".equals(view.names().get(1)));
			view.clickColumn(DeviceColumns.ALL.indexOf(DeviceColumns.LAST_ACTIVITY));
			Until.holds("ids by activity", () -> !"sensor-0030".equals(view.names().get(1)));
			int column = DeviceColumns.ALL.indexOf(DeviceColumns.LAST_ACTIVITY);
			assertEquals(column, Ui.get(() -> view.table().indexOf(view.table().getSortColumn())));
		}
	}

	@Test
	void whatIsCreatedAndDeletedHereIsThereAtOnce() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			hub.create("a-new-one");
			view.awaitStatus("4 devices");
			assertEquals("a-new-one", view.names().get(1));
		}
	}

	@Test
	void copyTakesIdsAndCopyAsTableAllColumns() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			view.select("sensor-0001", "sensor-0003");
			view.command(COPY);
			Until.holds("the ids on the clipboard",
					() -> ("sensor-0001" + System.lineSeparator() + "sensor-0003").equals(Pasteboard.text()));
			view.command(UiIds.COPY_ROWS);
			Until.holds("a table on the clipboard", () -> Pasteboard.text().startsWith("Device ID\tStatus\tConnection"));
			assertTrue(Pasteboard.text().lines().toList().get(1).startsWith("sensor-0001\tEnabled\tDisconnected\t"));
		}
	}

	@Test
	void allRowsAreSelectedWithTheHubAndCommandsTakeTheDevicesAmongThem() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			view.command("org.eclipse.ui.edit.selectAll");
			view.awaitStatus("3 devices \u2013 3 selected");
			view.command(COPY);
			Until.holds("the ids alone on the clipboard",
					() -> String.join(System.lineSeparator(), "sensor-0001", "sensor-0002", "sensor-0003").equals(Pasteboard.text()));
			assertTrue(view.isEnabled(DELETE), "delete the devices");
			assertTrue(view.isEnabled(UiIds.COPY_ROWS), "copy the devices as a table");
			view.select("sensor-0002");
			view.awaitStatus("3 devices");
		}
	}

	@Test
	void edgeDevicesAreToldInWordsAndFoundByThem() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			IotHubCore.get().operations().run(
					new CreateDeviceOperation(hub.connection(), DeviceIdentity.builder("gateway").iotEdge(true).build()),
					new NullProgressMonitor());
			view.awaitStatus("4 devices");
			view.filter("edge");
			view.awaitStatus("1 of 4 devices");
			assertEquals("IoT Edge", view.column(DeviceColumns.ALL.indexOf(DeviceColumns.TYPE)).get(1));
			view.filter("sensor-*3");
			view.awaitStatus("1 of 4 devices");
			view.filter("/sensor-000[12]/");
			view.awaitStatus("2 of 4 devices");
			view.filter("/sensor-000[12/");
			view.awaitStatus("0 of 4 devices");
			assertTrue(Ui.get(() -> view.awaitVisible(WidgetIds.FILTER).getToolTipText()).startsWith("This is not a regular expression: "));
			view.filter("");
			view.awaitStatus("4 devices");
		}
	}

	@Test
	void columnsAreChosenAndThoseThatAreHiddenAreNotCopied() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 1); HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("1 device");
			view.command("iothubtools.ui.command.chooseColumns");
			Scope dialog = Scope.window("Columns").open();
			dialog.press("Deselect All");
			dialog.press("OK");
			dialog.closed();
			view.select("sensor-0001");
			view.command(UiIds.COPY_ROWS);
			Until.holds("a table of ids", () -> Pasteboard.text().equals("Device ID" + System.lineSeparator() + "sensor-0001"));
			view.command("iothubtools.ui.command.chooseColumns");
			dialog = Scope.window("Columns").open();
			dialog.press("Select All");
			dialog.press("OK");
			dialog.closed();
			view.command(UiIds.COPY_ROWS);
			Until.holds("a table of all", () -> Pasteboard.text().startsWith("Device ID\tStatus\tConnection"));
			assertTrue(Pasteboard.text().lines().findFirst().orElseThrow().endsWith("\tType\tC2D messages\tParent\tETag\tHub\tGeneration ID"),
					Pasteboard.text());
			assertTrue(Pasteboard.text().lines().toList().get(1).matches(".*\tDevice\t0\t\t[^\t]*\tFactory\t[0-9]{18}"), Pasteboard.text());
		}
	}

	@Test
	void theConnectionOfAHubIsChangedFromItsRow() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 1)) {
			view.awaitStatus("1 device");
			view.select("Factory (1)");
			assertTrue(view.isEnabled("iothubtools.ui.command.editHub"));
			view.command("iothubtools.ui.command.editHub");
			Scope dialog = Scope.window("Edit Hub Connection").open();
			dialog.press("Cancel");
			dialog.closed();
			Scope.window(HubView.dialogs().get(0)).press("Cancel");
			Until.holds("no dialog", () -> HubView.dialogs().isEmpty());
		}
	}

	@Test
	void copyConnectionStringFetchesTheKey() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			view.awaitVisible(WidgetIds.DEVICE_TREE);
			hub.create("with-keys");
			view.awaitRows(2);
			view.select("with-keys");
			view.command(UiIds.COPY_CONNECTION_STRING);
			String expected = hub.hub().deviceConnectionString("with-keys");
			Until.holds("the connection string", () -> Pasteboard.text().equals(expected));
		}
	}

	@Test
	void whoHasRowsReadAloudHearsWhetherAHubIsExpandedAndWhatItsRowTells() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			int state = DeviceColumns.ALL.indexOf(DeviceColumns.STATUS);
			Until.holds("the state", () -> view.column(state).get(0).startsWith("expanded"));
			Until.holds("the counts", () -> view.column(state).get(0).contains("2 enabled"));
			view.select("Factory (2)");
			key(SWT.ARROW_LEFT);
			Until.holds("the other state", () -> view.column(state).get(0).startsWith("collapsed"));
		}
	}

	@Test
	void severalHubsAreRootsThatOpenAndClose() throws Exception {
		try (HubFixture one = HubFixture.start(folder.resolve("1"), "First", 2);
				HubFixture two = HubFixture.start(folder.resolve("2"), "Second", 3)) {
			view.awaitStatus("5 devices");
			assertEquals("First (2) \u2013 default", view.names().get(0));
			assertEquals("Second (3)", view.names().get(3));
			view.select("First (2) \u2013 default");
			key(SWT.ARROW_LEFT);
			view.awaitRows(5);
			assertEquals(List.of("First (2) \u2013 default", "Second (3)"), view.names().subList(0, 2));
			key(SWT.ARROW_RIGHT);
			view.awaitRows(7);
		}
	}

	@Test
	void aPolicyThatMayNotQueryIsSaidToSeeAtMost1000() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Reader", 1200, "registryRead")) {
			view.awaitStatus("1,000 devices \u2013 at most 1000 are shown because the policy registryRead may not query");
		}
	}

	@Test
	void commandsFollowTheSelection() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			view.select("sensor-0001");
			assertTrue(view.isEnabled(UiIds.COPY_CONNECTION_STRING), "copy the connection string of a device");
			assertTrue(view.isEnabled(DELETE), "delete a device");
			assertFalse(view.isEnabled(UiIds.REMOVE_HUB), "remove a device as a hub");
			view.select("Factory (2)");
			assertTrue(view.isEnabled(UiIds.COPY_CONNECTION_STRING), "copy the connection string of a hub");
			assertFalse(view.isEnabled(DELETE), "delete a hub");
			assertTrue(view.isEnabled(UiIds.REMOVE_HUB), "remove a hub");
		}
	}

	private void key(int code) {
		Ui.run(() -> {
			Event event = new Event();
			event.keyCode = code;
			view.table().notifyListeners(SWT.KeyDown, event);
		});
	}
}
