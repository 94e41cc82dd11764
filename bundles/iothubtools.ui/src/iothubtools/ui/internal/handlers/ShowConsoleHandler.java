// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.console.RestConsoleFactory;

/** Shows the console IoT Hub REST. */
public final class ShowConsoleHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		new RestConsoleFactory().openConsole();
	}
}
