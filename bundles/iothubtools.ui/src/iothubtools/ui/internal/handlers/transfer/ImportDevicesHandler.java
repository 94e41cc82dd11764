// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.transfer;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.transfer.ImportWizard;

/** Opens the wizard Import Devices on the selected hub, with a file if one is given. */
public final class ImportDevicesHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		ImportWizard wizard = new ImportWizard();
		String file = event.getParameter(UiIds.FILE);
		if (file != null) {
			wizard.setFile(file);
		}
		open(wizard, event, window);
	}
}
