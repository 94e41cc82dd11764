// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.hub;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.preferences.ConnectHub;

/** Asks for a connection string and adds the hub. */
public final class ConnectHubHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		ConnectHub.open(window.getShell());
	}
}
