// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.ImportDevicesOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.table.RowOrderMemento;
import iothubtools.ui.internal.view.DeviceColumns;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Buttons beside the filter, and what is hidden. */
class FilterChoicesTest extends WithHubView {

	@Test
	void devicesOfAStatusTypeAndAuthenticationAreShownAndTheOthersToldOf() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 120)) {
			create(hub, DeviceIdentity.builder("gateway").iotEdge(true).build());
			create(hub, DeviceIdentity.builder("old-gateway").iotEdge(true).status(DeviceStatus.DISABLED).build());
			view.awaitStatus("122 devices");
			assertEquals(List.of("Status", "Type", "Authentication"), texts());
			choose(0, 2);
			view.awaitStatus("13 of 122 devices \u2013 only Disabled");
			assertEquals(List.of("only Disabled", "Type", "Authentication"), texts());
			choose(1, 2);
			view.awaitStatus("1 of 122 devices \u2013 only Disabled, IoT Edge");
			assertEquals("old-gateway", view.names().get(1));
			choose(0, 0);
			view.awaitStatus("6 of 122 devices \u2013 only IoT Edge");
			view.filter("old");
			view.awaitStatus("1 of 122 devices \u2013 only IoT Edge");
			XMLMemento memento = XMLMemento.createWriteRoot("view");
			Ui.run(() -> view.part().saveState(memento));
			assertEquals(Map.of("TYPE", "IoT Edge"), RowOrderMemento.restore(memento, DeviceColumns.ALL).only());
			view.filter("");
			choose(1, 0);
			view.awaitStatus("122 devices");
		}
	}

	@Test
	void theChildrenOfAnEdgeDeviceAreShownAlone() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			create(hub, DeviceIdentity.builder("gateway-north").iotEdge(true).build());
			String scope = IotHubCore.get().operations()
					.run(new GetDeviceOperation(hub.connection(), "gateway-north"), new NullProgressMonitor()).deviceScope();
			create(hub, DeviceIdentity.builder("leaf").deviceScope(scope).build());
			create(hub, DeviceIdentity.builder("lower-gateway").iotEdge(true).parentScopes(List.of(scope)).build());
			create(hub, DeviceIdentity.builder("elsewhere").build());
			view.awaitRows(5);
			view.select("gateway-north");
			view.command(UiIds.SHOW_CHILDREN);
			Until.holds("the children", () -> view.names().equals(List.of(view.names().get(0), "leaf", "lower-gateway")));
			assertTrue(view.status().contains("gateway-north"), view.status());
			view.select("lower-gateway");
			view.command(UiIds.SHOW_CHILDREN);
			Until.holds("that it has none", () -> !view.names().contains("leaf"));
			assertTrue(view.status().contains("lower-gateway"), view.status());
			assertEquals("Parent: lower-gateway", texts().get(3));
			choose(3, 0);
			view.awaitStatus("4 devices");
			assertEquals(3, texts().size(), "the button goes with its choice");
		}
	}

	@Test
	void aNewDeviceThatTheFilterHidesIsSaidAndCanBeShown() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 30)) {
			view.awaitStatus("30 devices");
			view.filter("sensor-000");
			choose(0, 2);
			Until.holds("the filter", () -> view.status().contains("of 30 devices"));
			hub.create("pump-7");
			Link notice = (Link) view.awaitVisible(WidgetIds.HIDDEN_NOTICE);
			assertEquals("The device pump-7 was created; the filter hides it. <a href=\"clear\">Clear filter</a> \u2013 "
					+ "<a href=\"dismiss\">Dismiss</a>", Ui.get(notice::getText));
			Ui.post(() -> {
				Event clicked = new Event();
				clicked.text = "clear";
				notice.notifyListeners(SWT.Selection, clicked);
			});
			view.awaitStatus("31 devices");
			Until.holds("the device to be selected", () -> view.selected().equals(List.of("pump-7")));
			assertFalse(view.isVisible(WidgetIds.HIDDEN_NOTICE));

			view.filter("sensor");
			hub.create("pump-8");
			view.awaitVisible(WidgetIds.HIDDEN_NOTICE);
			view.filter("pump");
			Until.holds("nothing to be hidden", () -> !view.isVisible(WidgetIds.HIDDEN_NOTICE));
		}
	}

	@Test
	void newDevicesThatTheFilterHidesAreSaidTogether() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			view.filter("valve");
			IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder("pump-1").build(),
					DeviceIdentity.builder("pump-2").build(), DeviceIdentity.builder("valve-1").build()), null), new NullProgressMonitor());
			Link notice = (Link) view.awaitVisible(WidgetIds.HIDDEN_NOTICE);
			Until.holds("both to be told of", () -> Ui.get(notice::getText).startsWith("2 devices"));
			view.filter("");
			Until.holds("nothing to be hidden", () -> !view.isVisible(WidgetIds.HIDDEN_NOTICE));

			Path file = Files.writeString(folder.resolve("more.csv"), "deviceId\npump-3\nvalve-2\npump-4\npump-1\n");
			view.filter("valve");
			IotHubCore.get().operations().run(new ImportDevicesOperation(hub.connection(), file, false), new NullProgressMonitor());
			Until.holds("the new ones of the file", () -> Ui.get(notice::getText).startsWith("2 devices"));
		}
	}

	private static void create(HubFixture hub, DeviceIdentity device) throws Exception {
		IotHubCore.get().operations().run(new CreateDeviceOperation(hub.connection(), device), new NullProgressMonitor());
	}

	private List<String> texts() {
		ToolBar bar = (ToolBar) view.awaitVisible(WidgetIds.FILTER_CHOICES);
		return Ui.get(() -> List.of(bar.getItems()).stream().map(ToolItem::getText).toList());
	}

	/** Opens the menu of a button and chooses from it. */
	private void choose(int button, int entry) {
		ToolBar bar = (ToolBar) view.awaitVisible(WidgetIds.FILTER_CHOICES);
		Menu[] menu = new Menu[1];
		Ui.run(() -> bar.getDisplay().addFilter(SWT.Show, new Listener() {
			@Override
			public void handleEvent(Event event) {
				if (event.widget instanceof Menu shown) {
					menu[0] = shown;
					bar.getDisplay().removeFilter(SWT.Show, this);
				}
			}
		}));
		Ui.post(() -> bar.getItem(button).notifyListeners(SWT.Selection, new Event()));
		Until.holds("the menu", () -> menu[0] != null);
		Ui.run(() -> {
			for (MenuItem item : menu[0].getItems()) {
				item.setSelection(false);
			}
			MenuItem chosen = menu[0].getItem(entry);
			chosen.setSelection(true);
			chosen.notifyListeners(SWT.Selection, new Event());
			menu[0].setVisible(false);
		});
	}
}
