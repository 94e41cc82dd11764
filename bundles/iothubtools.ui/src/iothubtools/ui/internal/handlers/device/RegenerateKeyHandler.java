// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.client.auth.KeySlot;
import iothubtools.core.operations.IdentityChange;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.Destructive;

/** Asks, and gives the selected devices a new primary or secondary key: which one the command says. */
public final class RegenerateKeyHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<DeviceNode> devices = HubSelection.devices(selection(event));
		boolean primary = UiIds.REGENERATE_PRIMARY_KEY.equals(event.getCommand().getId());
		String question = primary
				? DeviceChangeJobs.question(devices, Messages.RegeneratePrimary_question_one, Messages.RegeneratePrimary_question_many)
				: DeviceChangeJobs.question(devices, Messages.RegenerateSecondary_question_one, Messages.RegenerateSecondary_question_many);
		if (!devices.isEmpty() && Destructive.confirmed(window.getShell(), DeviceChangeJobs.hubs(devices),
				primary ? Messages.RegeneratePrimary_title : Messages.RegenerateSecondary_title, question, Messages.Regenerate_button)) {
			DeviceChangeJobs.start(devices, new IdentityChange.RegenerateKey(primary ? KeySlot.PRIMARY : KeySlot.SECONDARY));
		}
	}
}
