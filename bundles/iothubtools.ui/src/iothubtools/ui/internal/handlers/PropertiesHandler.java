// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.views.properties.PropertyShowInContext;

/**
 * Shows the Properties view beside the rows, which keep the focus, so that the arrow keys go on through the devices. When it opens in one
 * stack with them, as it does where a perspective has no place for it, it gets one beside or below them; whoever put it into that stack has it come to
 * the front.
 */
public final class PropertiesHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		// both change when the Properties view is activated
		IWorkbenchPart rows = HandlerUtil.getActivePart(event);
		PropertyShowInContext shown = new PropertyShowInContext(rows, selection(event));
		try {
			IWorkbenchPage page = window.getActivePage();
			boolean opens = page.findViewReference(IPageLayout.ID_PROP_SHEET) == null;
			IViewPart view = page.showView(IPageLayout.ID_PROP_SHEET, null, IWorkbenchPage.VIEW_VISIBLE);
			if (opens && rows != null) {
				PlaceBeside.move(view, rows);
			}
			if (!page.isPartVisible(view)) {
				page.activate(view);
			}
			Adapters.of(view, IShowInTarget.class).ifPresent(target -> target.show(shown));
		} catch (PartInitException e) {
			throw new ExecutionException("The Properties view cannot be opened", e);
		}
	}
}
