// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.operations.IdentityChange;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.HubSelection;

/** Lets the selected devices connect again. */
public final class EnableDevicesHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		DeviceChangeJobs.start(HubSelection.devices(selection(event)), new IdentityChange.Enable());
	}
}
