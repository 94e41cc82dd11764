// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;

/** A job whose calls hear at once that it is cancelled, without anybody who watches its monitor, and that says when it is over. */
public abstract class CancellableJob extends Job {

	private final Cancellation cancellation = new Cancellation();

	protected CancellableJob(String name) {
		super(name);
	}

	/** Is cancelled with this job; for what it runs, as {@link HubOperations#run(HubOperation, org.eclipse.core.runtime.IProgressMonitor, Cancellation)}. */
	protected final Cancellation cancellation() {
		return cancellation;
	}

	/**
	 * Runs {@code listener} when this job has ended, well or not, or was cancelled before it ran; on the job's thread or the one that
	 * cancelled it.
	 */
	public final void onDone(Runnable listener) {
		addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(@Nullable IJobChangeEvent event) {
				listener.run();
			}
		});
	}

	@Override
	protected void canceling() {
		cancellation.cancel();
	}
}
