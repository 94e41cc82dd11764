// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.wizards.cloudmessage.SendCloudMessageWizard;

/** Opens the wizard Send Cloud-to-Device Message on the selected devices, which are of one hub. */
public final class SendCloudMessageHandler extends HubHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) {
		open(new SendCloudMessageWizard(), event, window);
	}
}
