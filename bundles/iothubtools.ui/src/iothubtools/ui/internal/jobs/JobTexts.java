// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import iothubtools.client.jobs.DeviceJobStatus;
import iothubtools.client.jobs.Job;
import iothubtools.client.jobs.JobStatistics;
import iothubtools.client.jobs.JobStatus;
import iothubtools.client.jobs.JobType;
import iothubtools.core.jobs.JobRequest;

/** Words and icons for scheduled jobs. */
final class JobTexts {

	private JobTexts() {
	}

	static String type(JobType type) {
		return switch (type) {
		case SCHEDULE_UPDATE_TWIN -> Messages.Type_twin;
		case SCHEDULE_DEVICE_METHOD -> Messages.Type_method;
		case UNKNOWN -> Messages.Type_unknown;
		};
	}

	static String status(JobStatus status) {
		return switch (status) {
		case ENQUEUED, QUEUED -> Messages.State_queued;
		case SCHEDULED -> Messages.State_scheduled;
		case RUNNING -> Messages.State_running;
		case COMPLETED -> Messages.State_completed;
		case FAILED -> Messages.State_failed;
		case CANCELLED -> Messages.State_cancelled;
		case UNKNOWN -> Messages.State_unknown;
		};
	}

	static String status(DeviceJobStatus status) {
		return switch (status) {
		case PENDING -> Messages.State_pending;
		case SCHEDULED -> Messages.State_scheduled;
		case RUNNING -> Messages.State_running;
		case COMPLETED -> Messages.State_succeeded;
		case FAILED -> Messages.State_failed;
		case CANCELED -> Messages.State_cancelled;
		case UNKNOWN -> Messages.State_unknown;
		};
	}

	/** For which devices. */
	static String condition(Job job) {
		return job.queryCondition().isBlank() || job.queryCondition().strip().equals(JobRequest.EVERY_DEVICE) ? Messages.Every_device : job.queryCondition();
	}

	/** Whether something of it failed, so that it is marked. */
	static @Nullable Image image(Job job) {
		JobStatistics counts = job.statistics();
		return job.status() == JobStatus.FAILED ? shared(ISharedImages.IMG_OBJS_ERROR_TSK)
				: counts != null && counts.failed() > 0 ? shared(ISharedImages.IMG_OBJS_WARN_TSK) : null;
	}

	static @Nullable Image image(DeviceJobStatus status) {
		return status == DeviceJobStatus.FAILED ? shared(ISharedImages.IMG_OBJS_WARN_TSK) : null;
	}

	private static @Nullable Image shared(String name) {
		return PlatformUI.getWorkbench().getSharedImages().getImage(name);
	}
}
