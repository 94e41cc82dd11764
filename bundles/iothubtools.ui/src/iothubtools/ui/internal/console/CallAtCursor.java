// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IConsoleView;

import iothubtools.core.snippets.SentCall;

/** Finds the call that the cursor of a console is at. On the UI thread. */
public final class CallAtCursor {

	private CallAtCursor() {
	}

	/** In the console of the active part, else in one that is open; null if there is none there. */
	public static @Nullable SentCall of(IWorkbenchWindow window) {
		IWorkbenchPage page = window.getActivePage();
		if (page == null) {
			return null;
		}
		IWorkbenchPart active = page.getActivePart();
		if (active instanceof IConsoleView console) {
			return of(console);
		}
		for (IViewReference view : page.getViewReferences()) {
			if (IConsoleConstants.ID_CONSOLE_VIEW.equals(view.getId()) && view.getView(false) instanceof IConsoleView console) {
				SentCall call = of(console);
				if (call != null) {
					return call;
				}
			}
		}
		return null;
	}

	private static @Nullable SentCall of(IConsoleView view) {
		ISelectionProvider provider = view.getSite().getSelectionProvider();
		return view.getConsole() instanceof RestConsole console && provider != null && provider.getSelection() instanceof ITextSelection text
				? console.callAt(text.getOffset()) : null;
	}
}
