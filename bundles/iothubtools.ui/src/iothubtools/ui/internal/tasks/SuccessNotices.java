// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.tasks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.operations.ExportDevicesOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.HubOperation.Kind;
import iothubtools.core.tasks.TaskResult;

/**
 * Tells in a corner of the screen that work has ended well which took so long that whoever began it may look elsewhere by now. What went wrong is
 * told by others, and never so that it goes away by itself.
 */
public final class SuccessNotices extends JobChangeAdapter implements AutoCloseable {

	private final Map<Job, Long> begun = new ConcurrentHashMap<>();
	private final Popup popup;

	/** Shows something for a while; called on any thread. */
	public interface Popup {
		void show(String title, String text);
	}

	/** Begins to watch all jobs. */
	public SuccessNotices(Popup popup) {
		this.popup = popup;
		Job.getJobManager().addJobChangeListener(this);
	}

	@Override
	public void running(@Nullable IJobChangeEvent event) {
		if (event != null && event.getJob() instanceof HubJob<?> job && isCommand(job)) {
			begun.put(job, System.nanoTime());
		}
	}

	@Override
	public void done(@Nullable IJobChangeEvent event) {
		Long start = event == null ? null : begun.remove(event.getJob());
		if (start == null || event == null || !(event.getJob() instanceof HubJob<?> job) || !isDone(job)) {
			return;
		}
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		if (NoticePreferences.notifies() && took.toSeconds() >= NoticePreferences.seconds()) {
			popup.show(Messages.Notice_title, NLS.bind(Messages.Notice_text,
					new Object[] { job.getName(), job.operation().connection().name(), took.toSeconds() }));
		}
	}

	/** Whether a person began it to have something done: not what is read to be shown. */
	private static boolean isCommand(HubJob<?> job) {
		HubOperation<?> operation = job.operation();
		return !job.isSystem() && (operation.kind() == Kind.WRITE || operation.kind() == Kind.MESSAGE || operation instanceof ExportDevicesOperation);
	}

	private static boolean isDone(HubJob<?> job) {
		return job.outcome().isOK() && job.result() != null && (!(job.result() instanceof TaskResult result) || result.task().allDone());
	}

	@Override
	public void close() {
		Job.getJobManager().removeJobChangeListener(this);
	}
}
