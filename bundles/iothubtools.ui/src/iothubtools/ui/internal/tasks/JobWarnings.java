// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.tasks;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.status.HubStatus;
import iothubtools.ui.internal.remedies.FailureDialog;

/**
 * Shows why a job failed when it ended with the warning of a hub. The progress service does so for errors only, and most failures of a hub are
 * warnings, yet whoever gave the command waits for what it was to bring. Jobs whose caller shows it in place end with OK.
 */
public final class JobWarnings extends JobChangeAdapter implements AutoCloseable {

	/** Begins to watch all jobs. */
	public JobWarnings() {
		Job.getJobManager().addJobChangeListener(this);
	}

	@Override
	public void done(@Nullable IJobChangeEvent event) {
		if (event != null && event.getResult() instanceof HubStatus status && PlatformUI.isWorkbenchRunning()) {
			Job job = event.getJob();
			if (status.getSeverity() == IStatus.WARNING) {
				FailureDialog.show(status, job, job::schedule);
			} else if (status.getSeverity() == IStatus.ERROR) {
				FailureDialog.offer(status, job, job::schedule);
			}
		}
	}

	@Override
	public void close() {
		Job.getJobManager().removeJobChangeListener(this);
	}
}
