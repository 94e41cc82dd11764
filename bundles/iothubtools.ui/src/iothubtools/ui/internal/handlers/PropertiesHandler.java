// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.views.properties.PropertyShowInContext;

/** Shows the Properties view beside the rows, which keep the focus, so that the arrow keys go on through the devices. */
public final class PropertiesHandler extends HubHandler {

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		try {
			IWorkbenchPage page = window.getActivePage();
			IViewPart view = page.showView(IPageLayout.ID_PROP_SHEET, null, IWorkbenchPage.VIEW_VISIBLE);
			if (!page.isPartVisible(view)) {
				// it lies in one stack with the rows and would now look at nothing
				page.activate(view);
				Adapters.of(view, IShowInTarget.class).ifPresent(target -> target
						.show(new PropertyShowInContext(HandlerUtil.getActivePart(event), selection(event))));
			}
		} catch (PartInitException e) {
			throw new ExecutionException("The Properties view cannot be opened", e);
		}
	}
}
