// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.client.names.ClientId;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.methods.InvokeMethodWizard;
import iothubtools.ui.editor.internal.methods.MethodsPage;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;

/** Runs a direct method: of one device on the page of its editor, of several, which are of one hub, in a wizard. */
public final class InvokeMethodHandler extends AbstractHandler {

	@Override
	public @Nullable Object execute(@Nullable ExecutionEvent event) throws ExecutionException {
		List<DeviceNode> devices = event == null ? List.of() : HubSelection.devices(HandlerUtil.getCurrentSelection(event));
		if (!devices.isEmpty()) {
			IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
			if (devices.size() == 1) {
				open(devices.get(0), window);
			} else {
				new WizardDialog(window.getShell(),
						new InvokeMethodWizard(devices.get(0).connection(), devices.stream().map(DeviceNode::deviceId).toList())).open();
			}
		}
		return null;
	}

	private static void open(DeviceNode device, IWorkbenchWindow window) throws ExecutionException {
		try {
			DeviceEditorInput input = new DeviceEditorInput(device.connection().id(), ClientId.device(device.deviceId()));
			if (window.getActivePage().openEditor(input, DeviceEditor.ID) instanceof DeviceEditor editor) {
				editor.setActivePage(MethodsPage.ID);
			}
		} catch (PartInitException e) {
			throw new ExecutionException("The editor cannot be opened", e);
		}
	}
}
