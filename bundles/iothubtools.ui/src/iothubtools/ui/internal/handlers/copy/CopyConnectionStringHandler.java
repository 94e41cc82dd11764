// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.copy;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.client.auth.KeySlot;
import iothubtools.ui.internal.clipboard.ConnectionStringForm;
import iothubtools.ui.internal.model.HubElement;

/** Copies the connection strings of devices or hubs, with the key and in the form that the command's parameters say. */
public final class CopyConnectionStringHandler extends CopySecretHandler {

	private static final String KEY = "iothubtools.ui.key";
	private static final String FORM = "iothubtools.ui.form";

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window, List<? extends HubElement> elements) {
		KeySlot slot = "secondary".equals(event.getParameter(KEY)) ? KeySlot.SECONDARY : KeySlot.PRIMARY;
		copy(event, window, elements, slot, ConnectionStringForm.of(event.getParameter(FORM)));
	}
}
