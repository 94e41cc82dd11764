// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;

/** The workbench's one window and the views in it. */
public final class Workbench {

	private Workbench() {
	}

	/** The whole window, tool bars included. */
	public static Scope window() {
		Composite shell = Until.found("the workbench window", () -> {
			IWorkbenchWindow window = first();
			return window == null ? null : window.getShell();
		});
		return Scope.of("the workbench window", shell);
	}

	/** Opens a view, or brings the open one to the front, and gives what is in it. */
	public static Scope show(String viewId) {
		Ui.run(() -> {
			try {
				page().showView(viewId);
			} catch (PartInitException e) {
				throw new AssertionError("The view " + viewId + " does not open", e);
			}
		});
		return view(viewId);
	}

	/** Changes to a perspective. */
	public static void perspective(String perspectiveId) {
		Ui.run(() -> {
			try {
				PlatformUI.getWorkbench().showPerspective(perspectiveId, page().getWorkbenchWindow());
			} catch (WorkbenchException e) {
				throw new AssertionError("The perspective " + perspectiveId + " does not open", e);
			}
		});
	}

	/** A view that is open or is about to open by itself. */
	public static Scope view(String viewId) {
		return Scope.of(viewId, Until.found("the view " + viewId, () -> {
			IViewPart view = page().findView(viewId);
			MPart part = view == null ? null : view.getSite().getService(MPart.class);
			return part != null && part.getWidget() instanceof Control control && control.isVisible() ? (Composite) control : null;
		}));
	}

	private static IWorkbenchPage page() {
		IWorkbenchWindow window = first();
		if (window == null || window.getActivePage() == null) {
			throw new AssertionError("There is no workbench window");
		}
		return window.getActivePage();
	}

	private static @Nullable IWorkbenchWindow first() {
		IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
		return windows.length == 0 ? null : windows[0];
	}
}
