// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.IHandlerService;

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

	/** A view that is open or is about to open by itself; of several, one that can be seen. */
	public static Scope view(String viewId) {
		return Scope.of(viewId, Until.found("the view " + viewId, () -> {
			for (IViewReference open : page().getViewReferences()) {
				IViewPart view = open.getId().equals(viewId) ? open.getView(false) : null;
				MPart part = view == null ? null : view.getSite().getService(MPart.class);
				if (part != null && part.getWidget() instanceof Composite shown && shown.isVisible()) {
					return shown;
				}
			}
			return null;
		}));
	}

	/** The editor in front, once it is that of the thing with this name. */
	public static Scope editor(String title) {
		return Scope.of("the editor of " + title, Until.found("the editor of " + title, () -> {
			IEditorPart editor = page().getActiveEditor();
			MPart part = editor == null || !editor.getTitle().equals(title) ? null : editor.getSite().getService(MPart.class);
			return part != null && part.getWidget() instanceof Composite shown && shown.isVisible() ? shown : null;
		}));
	}

	/** Runs a command, as Quick Access does; comes back at once, even if a dialog opens. */
	public static void command(String commandId) {
		Ui.post(() -> {
			try {
				page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(commandId, null);
			} catch (CommandException e) {
				throw new AssertionError("The command " + commandId + " does not run", e);
			}
		});
	}

	/** Makes the active part as large as the window, or as it was. */
	public static void zoom() {
		Ui.run(() -> page().toggleZoom(page().getActivePartReference()));
	}

	/** Closes all editors; what is not saved is lost. */
	public static void closeEditors() {
		Ui.run(() -> page().closeAllEditors(false));
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
