// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.handlers.Wizards;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.wizards.cloudmessage.SendCloudMessageWizard;

/**
 * Opens the wizard Send Cloud-to-Device Message on the selected devices, which are of one hub. What becomes of the messages is shown in it, which
 * may well be done by the person in front of it: in the editor of the device.
 */
public final class SendCloudMessageHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		SendCloudMessageWizard wizard = new SendCloudMessageWizard();
		wizard.init(window.getWorkbench(), HubSelection.structured(selection(event)));
		Wizards.openBeside(wizard, window);
	}
}
