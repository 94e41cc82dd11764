// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.operations.IdentityChange;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.Destructive;

/** Asks why, and keeps the selected devices from connecting. */
public final class DisableDevicesHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<DeviceNode> devices = HubSelection.devices(selection(event));
		String question = DeviceChangeJobs.question(devices, Messages.Disable_question_one, Messages.Disable_question_many);
		ReasonDialog dialog = new ReasonDialog(window.getShell(), Messages.Disable_title, question, "", Messages.Disable_button);
		if (!devices.isEmpty() && HelpContext.open(dialog, ReasonDialog.class) == ReasonDialog.OK && Destructive.allowed(window.getShell(),
				DeviceChangeJobs.hubs(devices), Messages.Disable_title, Messages.Disable_button)) {
			DeviceChangeJobs.start(devices, new IdentityChange.Disable(dialog.getValue()));
		}
	}
}
