// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.SeveralViews;

/** Opens such views: that of a hub where it is open already, else another one. */
public final class ListViews {

	private ListViews() {
	}

	/**
	 * Opens the view of a hub.
	 *
	 * @param viewId     which kind
	 * @param connection the hub; null for whichever it shows
	 */
	public static HubListView<?> open(IWorkbenchPage page, String viewId, @Nullable HubConnection connection) throws PartInitException {
		for (IViewReference reference : page.getViewReferences()) {
			if (reference.getId().equals(viewId) && reference.getView(true) instanceof HubListView<?> view) {
				HubConnection shown = view.connection();
				if (connection == null || shown == null || shown.id().equals(connection.id())) {
					page.activate(view);
					if (connection != null) {
						view.show(connection);
					}
					return view;
				}
			}
		}
		HubListView<?> view = (HubListView<?>) SeveralViews.another(page, viewId);
		if (connection != null) {
			view.show(connection);
		}
		return view;
	}
}
