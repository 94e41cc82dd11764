// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.tests.support.hub.DeviceQueue;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.view.DeviceColumns;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.LineQuestion;

/** What is done to devices every day: from the view, at a real hub, on one or many. */
class EverydayTasksTest extends WithDeviceTasks {

	private static final int STATUS = DeviceColumns.ALL.indexOf(DeviceColumns.STATUS);

	private static final int WAITING = DeviceColumns.ALL.indexOf(DeviceColumns.QUEUE);

	private void awaitStatus(String... statuses) {
		Until.holds("the statuses " + List.of(statuses), () -> view.column(STATUS).subList(1, statuses.length + 1).equals(List.of(statuses)));
	}

	@Test
	void devicesAreDisabledWithAReasonAndEnabledAgainInTheirRows() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("a");
			hub.create("b");
			hub.create("c");
			view.awaitStatus("3 devices");
			view.select("a", "c");
			view.command(UiIds.DISABLE_DEVICES);
			Scope.window("Disable Devices").open().shows("a\nc");
			LineQuestion.answer("Disable Devices", "recalled", "Disable");
			awaitStatus("Disabled", "Enabled", "Disabled");
			assertEquals("recalled", get(hub, "c").statusReason());
			assertEquals(List.of("a", "c"), view.selected());
			view.command(UiIds.ENABLE_DEVICES);
			awaitStatus("Enabled", "Enabled", "Enabled");
		}
	}

	@Test
	void whatADeviceIsAlreadyIsNotOffered() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("a");
			hub.create("b");
			view.awaitStatus("2 devices");
			view.select("a");
			assertEquals(List.of(false, true), offered());
			view.command(UiIds.DISABLE_DEVICES);
			LineQuestion.answer("Disable Devices", "recalled", "Disable");
			awaitStatus("Disabled", "Enabled");
			Until.holds("the other way round", () -> offered().equals(List.of(true, false)));
			view.select("a", "b");
			assertEquals(List.of(true, true), offered(), "one of each");
			view.select("b");
			assertEquals(List.of(false, true), offered());
		}
	}

	/** Whether devices can be enabled now, and disabled. */
	private List<Boolean> offered() {
		return Ui.get(() -> {
			HubView.page().activate(view.part());
			ICommandService commands = view.part().getSite().getService(ICommandService.class);
			return List.of(commands.getCommand(UiIds.ENABLE_DEVICES).isEnabled(), commands.getCommand(UiIds.DISABLE_DEVICES).isEnabled());
		});
	}

	@Test
	void waitingMessagesArePurgedAfterAskingAndTheRowSaysSo() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("a");
			hub.create("b");
			DeviceQueue queue = new DeviceQueue(hub);
			queue.add("a", "m-1", "x");
			queue.add("a", "m-2", "x");
			view.awaitStatus("2 devices");
			view.command("org.eclipse.ui.file.refresh");
			Until.holds("two messages to wait", () -> "2".equals(view.column(WAITING).get(1)));
			view.select("a", "b");
			view.command(UiIds.PURGE_QUEUE);
			Scope question = Scope.window("Purge C2D Queue").open();
			question.shows("a\nb");
			question.press("Cancel");
			question.closed();
			HubView.awaitQuiet();
			assertEquals(2, get(hub, "a").cloudToDeviceMessageCount());
			view.command(UiIds.PURGE_QUEUE);
			question.open().press("Purge");
			question.closed();
			Until.holds("none to wait", () -> "0".equals(view.column(WAITING).get(1)));
			assertEquals(0, get(hub, "a").cloudToDeviceMessageCount());
			assertEquals(List.of("a", "b"), view.selected());
		}
	}

	@Test
	void whoeverEditsWhatSomebodyElseChangesSeesBothAndChooses() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			hub.create("a");
			view.awaitStatus("1 device");
			view.select("a");
			view.command(UiIds.EDIT_STATUS_REASON);
			LineQuestion.field("Edit Status Reason");
			run(new UpdateDevicesOperation(hub.connection(), List.of("a"), new IdentityChange.Disable("theirs")));
			LineQuestion.answer("Edit Status Reason", "mine", "Save");
			Scope conflict = Scope.window("Device Changed Meanwhile").open();
			conflict.shows("Someone else changed the device a");
			assertEquals("theirs", get(hub, "a").statusReason());
			conflict.press("Reload");
			conflict.closed();
			Text field = LineQuestion.field("Edit Status Reason");
			assertEquals("theirs", Ui.get(field::getText));
			run(new UpdateDevicesOperation(hub.connection(), List.of("a"), new IdentityChange.StatusReason("theirs again")));
			LineQuestion.answer("Edit Status Reason", "mine", "Save");
			conflict.open().press("Overwrite");
			conflict.closed();
			HubView.awaitQuiet();
			Until.holds("my reason", () -> {
				try {
					return "mine".equals(get(hub, "a").statusReason());
				} catch (CoreException e) {
					throw new IllegalStateException(e);
				}
			});
			awaitStatus("Disabled");
		}
	}

	@Test
	void devicesArePutBelowAnEdgeDeviceChosenFromAListAndAwayFromIt() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			String scope = run(new CreateDeviceOperation(hub.connection(), DeviceIdentity.builder("gateway").iotEdge(true).build())).deviceScope();
			hub.create("a");
			hub.create("b");
			view.awaitStatus("3 devices");
			view.select("a", "b");
			chooseParent("gateway");
			Until.holds("the parent", () -> scope.equals(scope(hub)));
			HubView.awaitQuiet();
			chooseParent("(no parent)");
			Until.holds("no parent", () -> scope(hub) == null);
		}
	}

	private void chooseParent(String name) {
		view.command(UiIds.SET_PARENT);
		Scope dialog = Scope.window("Set IoT Edge Parent").open();
		dialog.table().select(name);
		dialog.press("OK");
		dialog.closed();
	}

	private static String scope(HubFixture hub) {
		try {
			return get(hub, "b").deviceScope();
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void theMenuOfDevicesOffersThem() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			view.select("sensor-0001", "sensor-0002");
			List<String> menu = menu();
			assertTrue(menu.containsAll(List.of("Enable", "Disable\u2026", "Edit Status Reason\u2026", "Keys")), menu.toString());
			view.select("Factory (2)");
			List<String> ofHub = menu();
			assertTrue(ofHub.stream().noneMatch(List.of("Enable", "Disable\u2026", "Keys")::contains), ofHub.toString());
		}
	}

	private List<String> menu() {
		return Ui.get(() -> {
			HubView.page().activate(view.part());
			Menu menu = view.table().getMenu();
			menu.notifyListeners(SWT.Show, new Event());
			List<String> texts = new ArrayList<>();
			for (MenuItem item : menu.getItems()) {
				texts.add(item.getText().replace("&", "").replaceFirst("\t.*", ""));
			}
			menu.notifyListeners(SWT.Hide, new Event());
			return texts;
		});
	}
}
