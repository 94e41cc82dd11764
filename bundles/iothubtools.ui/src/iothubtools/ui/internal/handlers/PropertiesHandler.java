// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/** Shows the Properties view beside the rows, which keep the focus, so that the arrow keys go on through the devices. */
public final class PropertiesHandler extends HubHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		try {
			window.getActivePage().showView(IPageLayout.ID_PROP_SHEET, null, IWorkbenchPage.VIEW_VISIBLE);
		} catch (PartInitException e) {
			throw new ExecutionException("The Properties view cannot be opened", e);
		}
	}
}
