// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Tests of what is done to devices from the view, at a real hub. */
abstract class WithDeviceTasks extends WithHubView {

	static <T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}

	static SymmetricKeys keys(HubFixture hub, String id) throws CoreException {
		return assertInstanceOf(SymmetricKeys.class, get(hub, id).authentication());
	}

	static DeviceIdentity get(HubFixture hub, String id) throws CoreException {
		return run(new GetDeviceOperation(hub.connection(), id));
	}
}
