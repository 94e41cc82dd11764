// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.model.HubElement;

/** Selects in the IoT Hub view what a wizard has made. */
public final class HubViewSelection {

	private HubViewSelection() {
	}

	/** Selects a row and brings it into sight; does nothing where the view is not open, or its filter hides the row. */
	public static void select(HubElement element) {
		IViewPart view = view();
		ISelectionProvider rows = view == null ? null : view.getSite().getSelectionProvider();
		if (rows != null) {
			rows.setSelection(new StructuredSelection(element));
		}
	}

	/** The view, if it is open. */
	static @Nullable IViewPart view() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPage page = window == null ? null : window.getActivePage();
		return page == null ? null : page.findView(UiIds.VIEW);
	}
}
