// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.jobs.ListViews;
import iothubtools.ui.internal.model.HubSelection;

/** Opens the jobs or the configurations of the hub that the selection is about, else of the default one. */
public final class JobsHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		HubConnection selected = HubSelection.connection(selection(event));
		String view = event.getCommand().getId().equals(UiIds.JOBS) ? UiIds.JOBS_VIEW : UiIds.CONFIGURATIONS_VIEW;
		try {
			ListViews.open(window.getActivePage(), view, selected == null ? IotHubCore.get().connections().defaultConnection() : selected);
		} catch (PartInitException e) {
			throw new ExecutionException("The view cannot be opened", e);
		}
	}
}
