// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.variables;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.operations.CancellableJob;
import iothubtools.core.operations.HubJob;
import iothubtools.ui.internal.variables.HubVariableResolver.Reading;

/**
 * Reads a value for somebody who waits for it: a launch in a job, or, as some tabs of launch configurations do, the UI thread, which then goes on
 * with its events and offers Cancel. In either case it can be cancelled: what Eclipse hands to resolvers of variables is no monitor.
 */
final class OffTheUi {

	private OffTheUi() {
	}

	/**
	 * Waits for the value.
	 *
	 * @param title what is read, for whoever looks at the progress of it
	 * @throws CoreException of the reading, or with severity CANCEL
	 */
	static String get(String title, Reading reading) throws CoreException {
		ValueJob job = new ValueJob(title, reading);
		job.schedule();
		if (Display.getCurrent() != null && PlatformUI.isWorkbenchRunning()) {
			besideTheUi(job);
		} else {
			await(job);
		}
		return job.value();
	}

	private static void await(Job job) throws CoreException {
		try {
			job.join();
		} catch (InterruptedException e) {
			job.cancel();
			Thread.currentThread().interrupt();
			throw new CoreException(Status.CANCEL_STATUS);
		}
	}

	private static void besideTheUi(ValueJob job) throws CoreException {
		try {
			PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> await(job, monitor));
		} catch (InvocationTargetException e) {
			throw new CoreException(Status.error(job.getName(), e.getTargetException()));
		} catch (InterruptedException e) {
			throw new CoreException(Status.CANCEL_STATUS);
		}
	}

	private static void await(Job job, IProgressMonitor monitor) throws InterruptedException {
		monitor.beginTask(job.getName(), IProgressMonitor.UNKNOWN);
		try {
			job.join(0, monitor);
		} catch (OperationCanceledException e) {
			job.cancel();
			throw new InterruptedException(e.getMessage());
		}
	}

	/** Keeps the value, or why there is none: whoever waits tells it, and nobody else. */
	private static final class ValueJob extends CancellableJob {

		private final Reading reading;
		private final AtomicReference<@Nullable String> value = new AtomicReference<>();
		private final AtomicReference<CoreException> failure = new AtomicReference<>(new CoreException(Status.CANCEL_STATUS));

		ValueJob(String title, Reading reading) {
			super(title);
			this.reading = reading;
		}

		@Override
		protected IStatus run(@Nullable IProgressMonitor monitor) {
			try {
				value.set(reading.read(monitor == null ? new NullProgressMonitor() : monitor, cancellation()));
			} catch (CoreException e) {
				failure.set(e);
			}
			return Status.OK_STATUS;
		}

		String value() throws CoreException {
			String read = value.get();
			if (read == null) {
				throw failure.get();
			}
			return read;
		}

		@Override
		public boolean belongsTo(@Nullable Object family) {
			return family == HubJob.FAMILY;
		}
	}
}
