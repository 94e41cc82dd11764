// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.list;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.jobs.HubListView;

/** Lists the jobs or configurations of the active view anew. */
public final class RefreshListHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		if (HandlerUtil.getActivePart(event) instanceof HubListView<?> view) {
			view.refresh();
		}
	}
}
