// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.queries.SavedQuery;
import iothubtools.ui.internal.UiIds;

/** The query views of a page: opens another one where those that are open have something that somebody typed. */
public final class QueryViews {

	private QueryViews() {
	}

	/** Opens a view for a hub; one that is empty is taken. */
	public static QueryView open(IWorkbenchPage page, @Nullable HubConnection connection) throws PartInitException {
		for (QueryView view : all(page)) {
			if (view.isEmpty()) {
				page.activate(view);
				if (connection != null) {
					view.show(connection);
				}
				return view;
			}
		}
		QueryView view = another(page);
		// a view that was closed comes back with its text; who asks for one for a hub wants an empty one
		view.show("");
		if (connection != null) {
			view.show(connection);
		}
		return view;
	}

	/** Opens a query that is kept for a hub, and runs it; the view that shows it is taken, changed or not. */
	public static QueryView open(IWorkbenchPage page, HubConnection connection, SavedQuery query) throws PartInitException {
		for (QueryView view : all(page)) {
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

	private static List<QueryView> all(IWorkbenchPage page) {
		return Arrays.stream(page.getViewReferences()).filter(view -> view.getId().equals(UiIds.QUERY_VIEW)).map(view -> view.getView(true))
				.filter(QueryView.class::isInstance).map(QueryView.class::cast).toList();
	}

	private static QueryView another(IWorkbenchPage page) throws PartInitException {
		List<String> taken = Arrays.stream(page.getViewReferences()).map(IViewReference::getSecondaryId).filter(Objects::nonNull).toList();
		String free = IntStream.iterate(1, number -> number + 1).mapToObj(Integer::toString).filter(number -> !taken.contains(number)).findFirst()
				.orElseThrow();
		return (QueryView) page.showView(UiIds.QUERY_VIEW, free, IWorkbenchPage.VIEW_ACTIVATE);
	}
}
