// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.operations.IdentityChange;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.Destructive;

/** Makes the primary key of the selected devices their secondary one, and the other way round. Both keep working. */
public final class SwapKeysHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<DeviceNode> devices = HubSelection.devices(selection(event));
		if (Destructive.allowed(window.getShell(), DeviceChangeJobs.hubs(devices), Messages.Swap_title, Messages.Swap_button)) {
			DeviceChangeJobs.start(devices, new IdentityChange.SwapKeys());
		}
	}
}
