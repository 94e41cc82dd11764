// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.client.names.ClientId;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;

/** Opens the editor of the selected device, or brings the one that is open to the front. */
public final class OpenDeviceHandler extends AbstractHandler {

	@Override
	public @Nullable Object execute(@Nullable ExecutionEvent event) throws ExecutionException {
		DeviceNode device = event == null ? null : HubSelection.device(HandlerUtil.getCurrentSelection(event));
		if (device != null) {
			open(device, HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage());
		}
		return null;
	}

	static @Nullable IEditorPart open(DeviceNode device, IWorkbenchPage page) throws ExecutionException {
		try {
			return page.openEditor(new DeviceEditorInput(device.connection().id(), ClientId.device(device.deviceId())), DeviceEditor.ID);
		} catch (PartInitException e) {
			throw new ExecutionException("The editor cannot be opened", e);
		}
	}
}
