// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.hub;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.model.HubSelection;

/** Makes the selected hub the one that wizards begin with. */
public final class MakeDefaultHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		HubConnection connection = HubSelection.connection(selection(event));
		if (connection != null) {
			IotHubCore.get().connections().makeDefault(connection.id());
		}
	}
}
