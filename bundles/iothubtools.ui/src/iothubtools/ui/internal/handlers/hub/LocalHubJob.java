// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.hub;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.operations.HubJob;

/** Starts or stops the local hub, which takes a second or two. */
final class LocalHubJob extends Job {

	/** What to do. */
	interface Work {
		void run() throws CoreException;
	}

	private final Work work;

	LocalHubJob(String name, Work work) {
		super(name);
		this.work = work;
	}

	@Override
	protected IStatus run(@Nullable IProgressMonitor monitor) {
		try {
			work.run();
			return Status.OK_STATUS;
		} catch (CoreException e) {
			return e.getStatus();
		}
	}

	@Override
	public boolean belongsTo(@Nullable Object family) {
		return family == HubJob.FAMILY || family == LocalHubJob.class;
	}
}
