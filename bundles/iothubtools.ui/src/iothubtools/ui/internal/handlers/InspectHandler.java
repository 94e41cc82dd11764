// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.inspect.InspectedText;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.inspect.InspectDialog;

/** Opens the dialog Inspect Connection String or Token, with what is on the clipboard if it is one. */
public final class InspectHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		new InspectDialog(window.getShell(), onClipboard()).open();
	}

	private static String onClipboard() {
		String text = Clipboards.text();
		try {
			InspectedText.parse(text);
			return text.strip();
		} catch (InvalidInputException e) {
			return "";
		}
	}
}
