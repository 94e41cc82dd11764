// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.model.QueryNode;
import iothubtools.ui.internal.query.QueryViews;

/** Opens a query view for the hub that the selection is about, else for the default one; a query that is kept and selected is run there. */
public final class QueryHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		List<HubElement> elements = HubSelection.elements(selection(event));
		HubConnection selected = HubSelection.connection(selection(event));
		try {
			if (elements.size() == 1 && elements.get(0) instanceof QueryNode kept) {
				QueryViews.open(window.getActivePage(), kept.connection(), kept.query());
				return;
			}
			QueryViews.open(window.getActivePage(), selected == null ? IotHubCore.get().connections().defaultConnection() : selected);
		} catch (PartInitException e) {
			throw new ExecutionException("The query view cannot be opened", e);
		}
	}
}
