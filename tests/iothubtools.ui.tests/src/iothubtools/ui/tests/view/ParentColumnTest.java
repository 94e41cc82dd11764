// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.view.DeviceColumns;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Below which IoT Edge device a device is, can be a column. */
class ParentColumnTest extends WithHubView {

	@Test
	void theParentIsNamedOfDevicesCreatedHereAndOfThoseThatAreListed() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			view.awaitStatus("0 devices");
			String scope = create(hub, DeviceIdentity.builder("gateway-north").iotEdge(true).build()).deviceScope();
			create(hub, DeviceIdentity.builder("leaf").deviceScope(scope).build());
			create(hub, DeviceIdentity.builder("lower-gateway").iotEdge(true).parentScopes(List.of(scope)).build());
			List<String> parents = List.of("", "", "gateway-north", "gateway-north");
			Until.holds("the parents", () -> parents().equals(parents));
			String before = view.status();
			hub.createElsewhere("other");
			view.command("org.eclipse.ui.file.refresh");
			Until.holds("the list", () -> !view.status().equals(before));
			view.awaitStatus("4 devices");
			Until.holds("the parents in the list", () -> parents().equals(List.of("", "", "gateway-north", "gateway-north", "")));
		}
	}

	private List<String> parents() {
		return view.column(DeviceColumns.ALL.indexOf(DeviceColumns.PARENT));
	}

	private static DeviceIdentity create(HubFixture hub, DeviceIdentity device) throws CoreException {
		return IotHubCore.get().operations().run(new CreateDeviceOperation(hub.connection(), device), new NullProgressMonitor());
	}
}
