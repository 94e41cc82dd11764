// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** What a person looks at stays where it is while rows come and go above it. */
class PlaceTest extends WithHubView {

	private static final String REFRESH = "org.eclipse.ui.file.refresh";

	@Test
	void aRefreshFindsWhatOthersChangedAndKeepsSelectionAndPlace() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 300)) {
			view.awaitStatus("300 devices");
			view.select("sensor-0200");
			view.scrollTo(190);
			HubConnection other = HubFixture.connect(hub.hub(), "Another way", "iothubowner");
			try {
				IotHubCore.get().operations().run(new DeleteDevicesOperation(other, List.of("sensor-0001")),
						new NullProgressMonitor());
				view.awaitStatus("599 devices");
				awaitOnTop("sensor-0190");
			} finally {
				IotHubCore.get().connections().remove(other);
			}
			view.awaitStatus("300 devices");
			awaitOnTop("sensor-0190");
			view.command(REFRESH);
			view.awaitStatus("299 devices");
			assertEquals(List.of("sensor-0200"), view.selected());
			awaitOnTop("sensor-0190");
			assertEquals(189, view.topRow(), "one row above it is gone");
		}
	}

	@Test
	void aDeviceThatWasBroughtIntoSightStaysThere() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 300)) {
			view.awaitStatus("300 devices");
			DeviceSummary device = DeviceSummary.of(DeviceIdentity.builder("sensor-0200").build());
			Ui.run(() -> view.part().getSite().getSelectionProvider()
					.setSelection(new StructuredSelection(new DeviceNode(hub.connection(), device))));
			HubConnection other = HubFixture.connect(hub.hub(), "Another way", "iothubowner");
			try {
				view.awaitStatus("600 devices");
				assertEquals(List.of("sensor-0200"), view.selected());
				int row = 301 + 200;
				Until.holds("it to be in sight", () -> view.topRow() <= row && row < view.topRow() + rowsInSight());
			} finally {
				IotHubCore.get().connections().remove(other);
			}
		}
	}

	private int rowsInSight() {
		Table table = view.table();
		return (table.getClientArea().height - table.getHeaderHeight()) / table.getItemHeight();
	}

	private void awaitOnTop(String deviceId) {
		Until.holds(deviceId + " on top",
				() -> view.topRow() >= 0 && deviceId.equals(view.table().getItem(view.topRow()).getText()));
	}
}
