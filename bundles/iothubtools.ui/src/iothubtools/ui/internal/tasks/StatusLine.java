// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.tasks;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Tells what went well where a person looks by the way: in the status line of the part that is active. */
public final class StatusLine {

	private StatusLine() {
	}

	/** From any thread. */
	public static void say(String message) {
		if (PlatformUI.isWorkbenchRunning()) {
			Display display = PlatformUI.getWorkbench().getDisplay();
			if (!display.isDisposed()) {
				display.asyncExec(() -> show(message));
			}
		}
	}

	private static void show(String message) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPage page = window == null ? null : window.getActivePage();
		IStatusLineManager line = line(page == null ? null : page.getActivePart());
		if (line != null) {
			line.setMessage(message);
		}
	}

	private static @Nullable IStatusLineManager line(@Nullable IWorkbenchPart part) {
		IWorkbenchPartSite site = part == null ? null : part.getSite();
		if (site instanceof IViewSite view) {
			return view.getActionBars().getStatusLineManager();
		}
		return site instanceof IEditorSite editor ? editor.getActionBars().getStatusLineManager() : null;
	}
}
