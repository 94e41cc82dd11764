// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.copy;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.clipboard.QrCodeDialog;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.HubSelection;

/** Opens the dialog that shows the selected device's connection string as a QR code, when asked to. */
public final class ShowQrCodeHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		HubSelection.devices(selection(event)).stream().findFirst().ifPresent(device -> new QrCodeDialog(window.getShell(), device).open());
	}
}
