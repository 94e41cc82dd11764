// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.core.operations.IdentityChange;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.Destructive;

/** Changes how the selected devices prove who they are; the keys or certificates they have are lost. */
public final class ChangeAuthenticationHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<DeviceNode> devices = HubSelection.devices(selection(event));
		if (!devices.isEmpty()) {
			DeviceAuthentication chosen = AuthenticationDialog.ask(window.getShell(), DeviceChangeJobs.question(devices,
					Messages.Authentication_question_one, Messages.Authentication_question_many), devices.size() == 1 ? devices.get(0).deviceId() : null);
			if (chosen != null && Destructive.allowed(window.getShell(), DeviceChangeJobs.hubs(devices), Messages.Authentication_title,
					Messages.Authentication_button)) {
				DeviceChangeJobs.start(devices, new IdentityChange.Authentication(chosen));
			}
		}
	}
}
