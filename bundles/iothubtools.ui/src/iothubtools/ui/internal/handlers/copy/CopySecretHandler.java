// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.copy;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.client.auth.KeySlot;
import iothubtools.ui.internal.clipboard.ClipboardPreferences;
import iothubtools.ui.internal.clipboard.CopyForm;
import iothubtools.ui.internal.clipboard.CopyJob;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.tasks.StatusLine;

/** A handler that copies a secret of each selected device, or of each selected hub where no device is selected. */
abstract class CopySecretHandler extends HubHandler {

	@Override
	protected final void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<? extends HubElement> elements = elements(selection(event));
		if (!elements.isEmpty()) {
			run(event, window, elements);
		}
	}

	private static List<? extends HubElement> elements(@Nullable ISelection selection) {
		List<DeviceNode> devices = HubSelection.devices(selection);
		return devices.isEmpty() ? HubSelection.elements(selection).stream().filter(hub -> hub instanceof HubNode && !hub.connection().isEntra()).toList()
				: devices;
	}

	abstract void run(ExecutionEvent event, IWorkbenchWindow window, List<? extends HubElement> elements);

	/** Reads and copies in a job; what came of it is said in the status line. */
	static void copy(ExecutionEvent event, IWorkbenchWindow window, List<? extends HubElement> elements, KeySlot slot, CopyForm form) {
		copy(event, window, elements, null, slot, form);
	}

	/** The same of a module of the one device; null for the device itself. */
	static void copy(ExecutionEvent event, IWorkbenchWindow window, List<? extends HubElement> elements, @Nullable String moduleId, KeySlot slot,
			CopyForm form) {
		IWorkbenchPart part = HandlerUtil.getActivePart(event);
		new CopyJob(elements, moduleId, slot, form, window.getShell(), message -> say(part, message)).schedule();
	}

	private static void say(@Nullable IWorkbenchPart part, String message) {
		// when the clipboard is cleared, nobody is told any more that it will be
		StatusLine.say(part, message, ClipboardPreferences.clears() ? Math.min(ClipboardPreferences.seconds(), StatusLine.A_WHILE) : StatusLine.A_WHILE);
	}
}
