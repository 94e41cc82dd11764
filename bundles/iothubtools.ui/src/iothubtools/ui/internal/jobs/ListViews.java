// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

import iothubtools.core.hubs.HubConnection;

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
		List<String> taken = Arrays.stream(page.getViewReferences()).filter(view -> view.getId().equals(viewId)).map(IViewReference::getSecondaryId)
				.filter(Objects::nonNull).toList();
		String free = IntStream.iterate(1, number -> number + 1).mapToObj(Integer::toString).filter(number -> !taken.contains(number)).findFirst()
				.orElseThrow();
		HubListView<?> view = (HubListView<?>) page.showView(viewId, free, IWorkbenchPage.VIEW_ACTIVATE);
		if (connection != null) {
			view.show(connection);
		}
		return view;
	}
}
