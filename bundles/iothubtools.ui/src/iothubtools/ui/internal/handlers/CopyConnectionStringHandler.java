// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.client.auth.DeviceConnectionString;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;

/** Fetches the key of the selected device and puts its connection string on the clipboard. */
public final class CopyConnectionStringHandler extends HubHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) {
		DeviceNode device = HubSelection.device(selection(event));
		IWorkbenchPart part = HandlerUtil.getActivePart(event);
		if (device == null) {
			return;
		}
		HubJob<DeviceIdentity> job = IotHubCore.get().operations()
				.job(new GetDeviceOperation(device.connection(), device.deviceId()));
		Display display = window.getShell().getDisplay();
		job.whenDone(done -> {
			DeviceIdentity identity = done.result();
			if (identity != null && !display.isDisposed()) {
				display.asyncExec(() -> copy(device, identity, part, window));
			}
		});
		job.setUser(true);
		job.schedule();
	}

	private static void copy(DeviceNode device, DeviceIdentity identity, IWorkbenchPart part, IWorkbenchWindow window) {
		try {
			DeviceConnectionString string = identity.connectionString(device.connection().host(), KeySlot.PRIMARY);
			if (string == null) {
				tellNone(device, Messages.CopyConnectionString_noKey, window);
				return;
			}
			Clipboards.copy(string.format());
			say(part, NLS.bind(Messages.CopyConnectionString_done, device.deviceId()));
		} catch (InvalidInputException e) {
			tellNone(device, e.reason(), window);
		}
	}

	private static void tellNone(DeviceNode device, String reason, IWorkbenchWindow window) {
		MessageDialog.openInformation(window.getShell(), Messages.CopyConnectionString_title,
				NLS.bind(Messages.CopyConnectionString_none, device.deviceId(), reason));
	}

	private static void say(IWorkbenchPart part, String message) {
		if (part instanceof IViewPart view) {
			IStatusLineManager line = view.getViewSite().getActionBars().getStatusLineManager();
			line.setMessage(message);
		}
	}
}
