// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.handlers.Wizards;

/** Opens the wizard New Device on the selected hub. */
public final class NewDeviceHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		Wizards.open(UiIds.NEW_DEVICE_WIZARD, selection(event), window);
	}
}
