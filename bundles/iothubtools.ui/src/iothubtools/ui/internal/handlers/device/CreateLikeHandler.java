// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.DeviceWithTwin;
import iothubtools.core.operations.GetDeviceWithTwinOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.handlers.Wizards;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.wizards.device.NewDeviceWizard;

/** Reads the selected device and its twin, and opens the wizard New Device with what another one may have in common with it. */
public final class CreateLikeHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		DeviceNode device = HubSelection.device(selection(event));
		if (device == null) {
			return;
		}
		HubJob<DeviceWithTwin> job = IotHubCore.get().operations()
				.job(new GetDeviceWithTwinOperation(device.connection(), device.deviceId()));
		Display display = window.getShell().getDisplay();
		job.whenDone(done -> {
			DeviceWithTwin read = done.result();
			if (read != null && !display.isDisposed()) {
				display.asyncExec(() -> open(device, read, window));
			}
		});
		job.setUser(true);
		job.schedule();
	}

	private static void open(DeviceNode device, DeviceWithTwin read, IWorkbenchWindow window) {
		// the window may have been closed meanwhile
		if (window.getShell() != null && !window.getShell().isDisposed()) {
			NewDeviceWizard wizard = new NewDeviceWizard();
			wizard.initLike(device.connection(), read);
			Wizards.open(wizard, window);
		}
	}
}
