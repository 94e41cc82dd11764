// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.transfer.ExportFields;
import iothubtools.ui.internal.transfer.ImportFields;
import iothubtools.ui.internal.wizards.message.SendMessageFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** Files that are dropped on rows, and the commands that lead to files. */
class FileDropTest extends WithHubView {

	private static final String IMPORT = "Import Devices";
	private static final String SEND = "Send Device-to-Cloud Message";

	/** An event of SWT's drop target: there is no other way to make one, and no drag that works on every desktop. */
	private static Event event(TableItem item, Object data) throws ReflectiveOperationException {
		Constructor<?> constructor = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DropTarget.class.getClassLoader())
				.getDeclaredConstructor();
		constructor.setAccessible(true);
		Event event = (Event) constructor.newInstance();
		event.item = item;
		event.data = data;
		event.detail = DND.DROP_COPY;
		Field operations = event.getClass().getDeclaredField("operations");
		operations.setAccessible(true);
		operations.set(event, DND.DROP_COPY | DND.DROP_MOVE);
		return event;
	}

	/** Drags files over the row of this name, and drops them; gives what was offered. */
	private int drop(String row, Path... files) {
		return Ui.get(() -> {
			Table table = view.table();
			Widget target = (Widget) table.getData(DND.DROP_TARGET_KEY);
			TableItem item = row.isEmpty() ? null
					: List.of(table.getItems()).stream().filter(some -> some.getText(0).equals(row)).findFirst().orElseThrow();
			try {
				Event over = event(item, null);
				target.notifyListeners(DND.DragOver, over);
				if (over.detail != DND.DROP_NONE) {
					target.notifyListeners(DND.Drop, event(item, List.of(files).stream().map(Path::toString).toArray(String[]::new)));
				}
				return over.detail;
			} catch (ReflectiveOperationException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	@Test
	void aFileOnAHubIsImportedThere() throws Exception {
		Path file = Files.writeString(folder.resolve("devices.csv"), "deviceId\nd1\nd2\n");
		try (HubFixture first = HubFixture.start(folder.resolve("1"), "Factory", 1);
				HubFixture second = HubFixture.start(folder.resolve("2"), "Plant", 1)) {
			view.awaitStatus("2 devices");
			drop("Plant (1)", file);
			Form form = new Form(IMPORT).open();
			assertEquals(file.toString(), form.value(ImportFields.FILE));
			assertTrue(form.value(ImportFields.HUB).startsWith("Plant ("), form.value(ImportFields.HUB));
			Scope wizard = Scope.window(IMPORT);
			wizard.press("Next >");
			wizard.press("Finish");
			wizard.press("Close");
			form.closed();
			view.awaitRows(6);
			assertEquals(List.of("Plant (3)", "d1", "d2", "sensor-0001"), view.names().subList(2, 6));
		}
	}

	@Test
	void aFileOnADeviceIsTheBodyOfItsMessage() throws Exception {
		Path file = Files.writeString(folder.resolve("message.json"), "{\"t\":20}");
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			drop("sensor-0001", file);
			Form form = new Form(SEND).open();
			assertEquals(file.toString(), form.value(SendMessageFields.FILE));
			assertEquals("sensor-0001", form.value(SendMessageFields.DEVICE_ID));
			assertEquals(List.of("sensor-0001"), view.selected());
			Scope.window(SEND).press("Cancel");
			form.closed();
		}
	}

	@Test
	void severalFilesAreNotTakenAndNothingIsDroppedBesideRows() throws Exception {
		Path file = Files.writeString(folder.resolve("devices.csv"), "deviceId\nd1\n");
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			view.activate();
			assertEquals(DND.DROP_NONE, drop("", file));
			assertEquals(DND.DROP_COPY, drop("Factory (2)", file, file));
			Until.holds("why nothing happens", () -> view.statusLine().equals("Drop one file at a time."));
			assertEquals(List.of(), HubView.dialogs());
		}
	}

	@Test
	void whereThePolicyMayNotItIsSaid() throws Exception {
		Path file = Files.writeString(folder.resolve("message.json"), "{}");
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3, "service")) {
			Until.holds("what is missing", () -> view.status().contains("lacks RegistryRead"));
			drop("sensor-0001", file);
			Until.holds("why nothing happens",
					() -> view.statusLine().equals("Nothing was done with the file: the policy of the hub lacks the right for it."));
			assertEquals(List.of(), HubView.dialogs());
		}
	}

	@Test
	void theCommandsBeginWithWhatIsSelected() throws Exception {
		try (HubFixture first = HubFixture.start(folder.resolve("1"), "Factory", 0);
				HubFixture second = HubFixture.start(folder.resolve("2"), "Plant", 3)) {
			view.awaitStatus("3 devices");
			view.select("sensor-0001", "sensor-0003");
			view.command(UiIds.EXPORT_DEVICES);
			Form export = new Form("Export Devices").open();
			assertTrue(export.value(ExportFields.HUB).startsWith("Plant ("), export.value(ExportFields.HUB));
			assertEquals("The &selected ones (2)", export.value(ExportFields.SELECTED));
			assertTrue(export.selected(ExportFields.SELECTED));
			export.choose(ExportFields.HUB, hubItem(first));
			Until.holds("no devices of the other hub", () -> !export.enabled(ExportFields.SELECTED) && export.selected(ExportFields.ALL));
			Scope.window("Export Devices").press("Cancel");
			export.closed();
			view.select("Plant (3)");
			view.command(UiIds.IMPORT_DEVICES);
			Form form = new Form(IMPORT).open();
			assertTrue(form.value(ImportFields.HUB).startsWith("Plant ("), form.value(ImportFields.HUB));
			assertEquals("", form.value(ImportFields.FILE));
			Scope.window(IMPORT).press("Cancel");
			form.closed();
		}
	}

	private static String hubItem(HubFixture hub) {
		return hub.connection().name() + " (" + hub.connection().host() + ")";
	}

	@Test
	void devicesAreDraggedAsTheirIdsAndCreatedWhereTheyAreDropped() throws Exception {
		try (HubFixture first = HubFixture.start(folder.resolve("1"), "Factory", 2);
				HubFixture second = HubFixture.start(folder.resolve("2"), "Plant", 0)) {
			view.awaitStatus("2 devices");
			view.select("sensor-0001", "sensor-0002");
			String dragged = Ui.get(this::dragged);
			assertEquals(List.of("sensor-0001", "sensor-0002"), dragged.lines().toList());
			Until.holds("the other hub, to drop on", () -> dropText("Plant (0)", dragged));
			Scope question = Scope.window("Paste Devices").open();
			question.shows("Create these 2 devices at Plant?");
			question.press("Create");
			Until.holds("the devices", () -> view.status().startsWith("4 devices"));
			assertEquals(List.of("Plant (2)", "sensor-0001", "sensor-0002"), view.names().subList(3, 6));
		}
	}

	/** What somebody gets who drags the selected rows away; on the UI thread. */
	private String dragged() {
		try {
			DragSource source = (DragSource) view.table().getData(DND.DRAG_SOURCE_KEY);
			Constructor<?> constructor = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DropTarget.class.getClassLoader()).getDeclaredConstructor();
			constructor.setAccessible(true);
			Event start = (Event) constructor.newInstance();
			start.doit = true;
			source.notifyListeners(DND.DragStart, start);
			assertTrue(start.doit);
			Event data = (Event) constructor.newInstance();
			source.notifyListeners(DND.DragSetData, data);
			return (String) data.data;
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Drops a text on a row; whether that row is there. On the UI thread. */
	private boolean dropText(String row, String text) {
		Table table = view.table();
		Optional<TableItem> item = List.of(table.getItems()).stream().filter(some -> some.getText(0).equals(row)).findFirst();
		if (item.isPresent()) {
			try {
				((Widget) table.getData(DND.DROP_TARGET_KEY)).notifyListeners(DND.Drop, event(item.get(), text));
			} catch (ReflectiveOperationException e) {
				throw new IllegalStateException(e);
			}
		}
		return item.isPresent();
	}
}
