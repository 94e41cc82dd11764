// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.wizards.message.SendMessageWizard;

/** Opens the wizard Send Device-to-Cloud Message on the selected device, with the body from a file if one is given. */
public final class SendMessageHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		SendMessageWizard wizard = new SendMessageWizard();
		String file = event.getParameter(UiIds.FILE);
		if (file != null) {
			wizard.setBodyFile(file);
		}
		open(wizard, event, window);
	}
}
