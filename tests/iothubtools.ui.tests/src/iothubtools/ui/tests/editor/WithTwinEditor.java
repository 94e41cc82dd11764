// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Tests of the twin of a device in its editor, at a real hub. */
abstract class WithTwinEditor extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");

	void create(String id, String tags, String desired) throws CoreException {
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder(id).build()),
				new TwinContent(tags, desired)), new NullProgressMonitor());
	}

	Twin twin(String id) throws CoreException {
		return IotHubCore.get().operations().run(new GetTwinOperation(hub.connection(), ClientId.device(id)), new NullProgressMonitor());
	}

	/** Somebody else. */
	void change(String id, TwinPatch patch) throws CoreException {
		IotHubCore.get().operations().run(new PatchTwinOperation(hub.connection(), twin(id), patch), new NullProgressMonitor());
	}

	DeviceEditorPart open(String id) {
		return DeviceEditorPart.open(view, id);
	}

	/** Presses a button of an open window, once it is enabled. */
	static void press(String window, String label) {
		Scope.window(window).open().press(label);
	}
}
