// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.ui.internal.forms.Confirmation;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;

/**
 * Receives cloud-to-device messages as the selected device. Whether it is connected is asked before, as the list may be out of date: what
 * is received here, a connected device does not get.
 */
public final class ReceiveMessageHandler extends HubHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) {
		HubSelection.devices(selection(event)).stream().findFirst().ifPresent(device -> {
			Shell shell = window.getShell();
			HubJob<DeviceIdentity> job = IotHubCore.get().operations().job(new GetDeviceOperation(device.connection(), device.deviceId()));
			job.whenDone(done -> {
				DeviceIdentity now = done.result();
				if (now != null) {
					later(shell, () -> open(device, now, shell));
				}
			});
			job.setUser(true);
			job.schedule();
		});
	}

	private static void open(DeviceNode device, DeviceIdentity now, Shell shell) {
		if (now.connectionState() != ConnectionState.CONNECTED || Confirmation.given(shell, Messages.Receive_title,
				NLS.bind(Messages.Receive_connected, device.deviceId(), device.connection().name()), Messages.Receive_connected_button)) {
			new ReceiveDialog(shell, device).open();
		}
	}
}
