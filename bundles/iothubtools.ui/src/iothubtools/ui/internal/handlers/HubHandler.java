// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.ui.internal.model.HubSelection;

/** A handler of one of our commands, which none of them gives a result. */
public abstract class HubHandler extends AbstractHandler {

	@Override
	public final @Nullable Object execute(@Nullable ExecutionEvent event) throws ExecutionException {
		if (event != null) {
			run(event, HandlerUtil.getActiveWorkbenchWindowChecked(event));
		}
		return null;
	}

	/** Does what the command says, on the UI thread. */
	protected abstract void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException;

	/** Runs this on the UI thread as soon as it is free, unless the window is closed by then. */
	protected static void later(Shell shell, Runnable dialog) {
		if (!shell.isDisposed()) {
			shell.getDisplay().asyncExec(() -> {
				if (!shell.isDisposed()) {
					dialog.run();
				}
			});
		}
	}

	/** Opens a wizard on it, or on nothing. */
	protected static void open(IWorkbenchWizard wizard, ExecutionEvent event, IWorkbenchWindow window) {
		wizard.init(window.getWorkbench(), HubSelection.structured(selection(event)));
		Wizards.open(wizard, window);
	}

	/** What is selected in the part that is active; null when it has no selection. */
	protected static @Nullable ISelection selection(ExecutionEvent event) {
		return HandlerUtil.getCurrentSelection(event);
	}
}
