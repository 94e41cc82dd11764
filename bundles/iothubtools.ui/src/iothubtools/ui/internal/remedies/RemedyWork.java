// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

import iothubtools.client.calls.Cancellation;
import iothubtools.core.operations.CancellableJob;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.MonitorCancellation;
import iothubtools.ui.internal.forms.HubWork;

/** Does a remedy off the UI thread, in the dialog or in a job, and what had failed once more after it. */
record RemedyWork(RemedyPlace place) {

	/** What a remedy does. */
	@FunctionalInterface
	interface Work {
		void run(IProgressMonitor monitor, Cancellation cancellation) throws CoreException;
	}

	void run(String name, Work work) {
		IRunnableContext dialog = place.dialog();
		if (dialog == null) {
			new RemedyJob(name, work).schedule();
			return;
		}
		try {
			HubWork.run(dialog, monitor -> {
				try (MonitorCancellation watch = new MonitorCancellation(monitor)) {
					work.run(monitor, watch.token());
				}
				return Boolean.TRUE;
			});
			goOn(Status.OK_STATUS);
		} catch (CoreException e) {
			goOn(e.getStatus());
		}
	}

	/** Not named as any method of a job, which it would call instead from there. */
	private void goOn(IStatus outcome) {
		Runnable again = place.again();
		if (!outcome.isOK()) {
			place.failed().accept(outcome);
		} else if (again != null) {
			again.run();
		}
	}

	/** For parts, whose window may be closed when it ends. */
	private final class RemedyJob extends CancellableJob {

		private final Work work;
		private final Display display = PlatformUI.getWorkbench().getDisplay();

		RemedyJob(String name, Work work) {
			super(name);
			this.work = work;
			setUser(true);
		}

		@Override
		protected IStatus run(@Nullable IProgressMonitor monitor) {
			try {
				work.run(monitor == null ? new NullProgressMonitor() : monitor, cancellation());
				tell(Status.OK_STATUS);
			} catch (CoreException e) {
				tell(e.getStatus());
			}
			return Status.OK_STATUS;
		}

		private void tell(IStatus outcome) {
			if (!display.isDisposed()) {
				// only there a part can say whether it still is somewhere
				display.asyncExec(() -> {
					Shell shell = place.shell().get();
					if (shell != null && !shell.isDisposed()) {
						goOn(outcome);
					}
				});
			}
		}

		@Override
		public boolean belongsTo(@Nullable Object family) {
			return family == HubJob.FAMILY;
		}
	}
}
