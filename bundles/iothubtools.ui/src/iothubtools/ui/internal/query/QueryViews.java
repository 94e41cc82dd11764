// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.queries.SavedQuery;
import iothubtools.ui.internal.SeveralViews;
import iothubtools.ui.internal.UiIds;

/** The query views of a page: opens another one where those that are open have something that somebody typed. */
public final class QueryViews {

	private QueryViews() {
	}

	/** Opens a view for a hub; one that is empty is taken. */
	public static QueryView open(IWorkbenchPage page, @Nullable HubConnection connection) throws PartInitException {
		for (QueryView view : SeveralViews.open(page, UiIds.QUERY_VIEW, QueryView.class)) {
			if (view.isEmpty()) {
				page.activate(view);
				if (connection != null) {
					view.show(connection);
				}
				return view;
			}
		}
		QueryView view = (QueryView) SeveralViews.another(page, UiIds.QUERY_VIEW);
		// a view that was closed comes back with its text; who asks for one for a hub wants an empty one
		view.show("");
		if (connection != null) {
			view.show(connection);
		}
		return view;
	}

	/** Opens a query that is kept for a hub, and runs it; the view that shows it is taken, changed or not. */
	public static QueryView open(IWorkbenchPage page, HubConnection connection, SavedQuery query) throws PartInitException {
		for (QueryView view : SeveralViews.open(page, UiIds.QUERY_VIEW, QueryView.class)) {
			if (view.savedId().equals(query.id())) {
				page.activate(view);
				view.run();
				return view;
			}
		}
		QueryView view = open(page, connection);
		view.show(connection, query);
		view.run();
		return view;
	}
}
