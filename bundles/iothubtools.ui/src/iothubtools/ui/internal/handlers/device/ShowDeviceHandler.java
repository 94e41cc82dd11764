// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.view.IotHubView;

/** Opens the IoT Hub view and selects the device that the parameters of the command name, whatever hides it there. */
public final class ShowDeviceHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		String hub = event.getParameter(UiIds.HUB_ID);
		String device = event.getParameter(UiIds.DEVICE_ID);
		try {
			if (hub != null && device != null && window.getActivePage().showView(UiIds.VIEW) instanceof IotHubView view) {
				view.reveal(hub, device);
			}
		} catch (PartInitException e) {
			throw new ExecutionException("The IoT Hub view cannot be opened", e);
		}
	}
}
