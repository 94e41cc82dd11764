// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.query.QueryViews;

/** Opens a query view for the hub that the selection is about, else for the default one. */
public final class QueryHandler extends HubHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		HubConnection selected = HubSelection.connection(selection(event));
		try {
			QueryViews.open(window.getActivePage(), selected == null ? IotHubCore.get().connections().defaultConnection() : selected);
		} catch (PartInitException e) {
			throw new ExecutionException("The query view cannot be opened", e);
		}
	}
}
