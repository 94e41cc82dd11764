// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.transfer;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.transfer.ExportWizard;

/** Opens the wizard Export Devices on the selected hub or devices. */
public final class ExportDevicesHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		open(new ExportWizard(), event, window);
	}
}
