// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.UiIds;

/** Opens the wizard Send Device-to-Cloud Message on the selected device. */
public final class SendMessageHandler extends HubHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		Wizards.open(UiIds.SEND_MESSAGE_WIZARD, selection(event), window);
	}
}
