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

/**
 * Tells what went well where a person looks by the way: in the status line of the part that is active. It goes after a while, as by then it may
 * not be so any more.
 */
public final class StatusLine {

	/** For how long what was done is said, in seconds. */
	public static final int A_WHILE = 60;

	/** Whose message is the newest: an older one takes none away. */
	private static Object newest = "";

	private StatusLine() {
	}

	/** From any thread. */
	public static void say(String message) {
		later(() -> say(activePart(), message, A_WHILE));
	}

	/**
	 * In the status line of a part, or of the active one where that was closed meanwhile. From any thread.
	 *
	 * @param seconds for how long; 0 until something else is said
	 */
	public static void sayThere(IWorkbenchPart part, String message, int seconds) {
		later(() -> say(isOpen(part) ? part : activePart(), message, seconds));
	}

	private static void later(Runnable work) {
		if (PlatformUI.isWorkbenchRunning()) {
			Display display = PlatformUI.getWorkbench().getDisplay();
			if (!display.isDisposed()) {
				display.asyncExec(work);
			}
		}
	}

	private static @Nullable IWorkbenchPart activePart() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPage page = window == null ? null : window.getActivePage();
		return page == null ? null : page.getActivePart();
	}

	/** What was closed is in no window any more. */
	private static boolean isOpen(IWorkbenchPart part) {
		return part.getSite().getWorkbenchWindow() != null;
	}

	/**
	 * In the status line of this part, if it has one. On the UI thread.
	 *
	 * @param seconds for how long; 0 until something else is said
	 */
	public static void say(@Nullable IWorkbenchPart part, String message, int seconds) {
		IStatusLineManager line = line(part);
		if (line != null) {
			show(line, message, seconds);
		}
	}

	private static void show(IStatusLineManager line, String message, int seconds) {
		Object mine = new Object();
		newest = mine;
		line.setMessage(message);
		if (seconds > 0) {
			PlatformUI.getWorkbench().getDisplay().timerExec(Math.multiplyExact(seconds, 1000), () -> {
				if (newest == mine) {
					line.setMessage(null);
				}
			});
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
