// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.swt.widgets.Display;

import iothubtools.ui.internal.forms.HubWork;

/** Saves off the UI thread while the workbench waits, as it does for every editor: with its progress, and a Cancel that is heard. */
public final class Saving {

	private static final int PAUSE_MILLIS = 50;

	private Saving() {
	}

	/**
	 * Does the work and keeps the UI alive meanwhile.
	 *
	 * @throws CoreException as the work does; its severity is CANCEL when the person cancelled
	 */
	public static <T> T run(Display display, @Nullable IProgressMonitor monitor, HubWork.Work<T> work) throws CoreException {
		return HubWork.run((fork, cancelable, runnable) -> ModalContext.run(runnable, fork, monitor == null ? new NullProgressMonitor() : monitor, display),
				work);
	}

	/** Whether something is being saved, also between two of several editors: the workbench tells that by its level alone. On the UI thread. */
	private static boolean isUnderWay() {
		return ModalContext.getModalLevel() > 0;
	}

	/**
	 * Puts something off as long as something is being saved, as what a person is asked would hold that up; on the UI thread.
	 *
	 * @return whether it is done later
	 */
	public static boolean putsOff(Display display, Runnable action) {
		if (!isUnderWay()) {
			return false;
		}
		display.timerExec(PAUSE_MILLIS, () -> {
			if (!putsOff(display, action)) {
				action.run();
			}
		});
		return true;
	}
}
