// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/**
 * Shows the Properties view beside the rows, which keep the focus, so that the arrow keys go on through the devices; where it lies in
 * the same stack of views, in front of them.
 */
public final class PropertiesHandler extends HubHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		try {
			IWorkbenchPage page = window.getActivePage();
			IViewPart properties = page.showView(IPageLayout.ID_PROP_SHEET, null, IWorkbenchPage.VIEW_VISIBLE);
			if (!page.isPartVisible(properties)) {
				page.activate(properties);
			}
		} catch (PartInitException e) {
			throw new ExecutionException("The Properties view cannot be opened", e);
		}
	}
}
