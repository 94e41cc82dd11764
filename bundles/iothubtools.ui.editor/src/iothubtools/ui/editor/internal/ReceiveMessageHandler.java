// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;

/** Receives a cloud-to-device message as the selected device, on the page of its editor that is for that. */
public final class ReceiveMessageHandler extends AbstractHandler {

	@Override
	public @Nullable Object execute(@Nullable ExecutionEvent event) throws ExecutionException {
		DeviceNode device = event == null ? null : HubSelection.device(HandlerUtil.getCurrentSelection(event));
		if (device != null && OpenDeviceHandler.open(device, HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()) instanceof DeviceEditor editor) {
			editor.receive();
		}
		return null;
	}
}
