// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.operation.IRunnableContext;

/** Runs work with a hub inside a dialog: off the UI thread, with the dialog's progress bar and its Cancel button. */
public final class HubWork {

	/**
	 * What is done, on a worker thread.
	 *
	 * @param <T> what comes back
	 */
	@FunctionalInterface
	public interface Work<T> {
		T run(IProgressMonitor monitor) throws CoreException;
	}

	private HubWork() {
	}

	/**
	 * Runs the work and keeps the dialog alive meanwhile.
	 *
	 * @throws CoreException as the work does; its severity is CANCEL when the person cancelled
	 */
	public static <T> T run(IRunnableContext dialog, Work<T> work) throws CoreException {
		AtomicReference<@Nullable T> result = new AtomicReference<>();
		try {
			dialog.run(true, true, monitor -> {
				try {
					result.set(work.run(monitor));
				} catch (CoreException e) {
					throw new InvocationTargetException(e);
				}
			});
		} catch (InvocationTargetException e) {
			throw e.getCause() instanceof CoreException failure ? failure
					: new CoreException(Status.error(String.valueOf(e.getCause()), e.getCause()));
		} catch (InterruptedException e) {
			throw new CoreException(Status.CANCEL_STATUS);
		}
		T value = result.get();
		if (value == null) {
			throw new CoreException(Status.CANCEL_STATUS);
		}
		return value;
	}
}
