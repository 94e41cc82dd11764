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
}
