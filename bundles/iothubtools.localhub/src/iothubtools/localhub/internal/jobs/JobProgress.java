// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Keeps the progress of jobs. All of it is called within {@link iothubtools.localhub.internal.kernel.Writer#write} only, so
 * that a job's statistics always are those of its devices.
 *
 * @param jobs  where it is kept
 * @param clock the hub's time
 */
record JobProgress(JobStore jobs, Clock clock) {

	/** Keeps some of the devices that a job has found. */
	void found(ScheduledJob job, List<String> deviceIds) {
		Instant now = clock.instant();
		deviceIds.forEach(id -> jobs.put(DeviceJob.pending(job, id, now)));
	}

	/** The job runs now, all its devices are found; false when it was cancelled meanwhile. */
	boolean begin(String jobId) {
		ScheduledJob job = jobs.get(jobId);
		if (job == null || !job.status().isWaiting()) {
			return false;
		}
		int devices = 0;
		for (Iterator<DeviceJob> all = jobs.deviceJobsOf(jobId); all.hasNext(); all.next()) {
			devices++;
		}
		jobs.put(job.in(JobStatus.RUNNING).with(new JobStatistics(0, 0, 0, devices)));
		return true;
	}

	/** It is a device's turn. */
	void running(DeviceJob device) {
		change(device, device.running(clock.instant()));
	}

	/** It was a device's turn. */
	void over(DeviceJob device, DeviceOutcome outcome) {
		DeviceJob now = jobs.get(device.jobId(), device.deviceId());
		change(now == null ? device : now, (now == null ? device : now).over(outcome, clock.instant()));
	}

	private void change(DeviceJob before, DeviceJob after) {
		// read first: where that fails nothing is half done
		ScheduledJob job = jobs.get(after.jobId());
		jobs.put(after);
		if (job != null) {
			jobs.put(job.with(job.statistics().moved(before.status(), after.status())));
		}
	}

	/** The job is over; devices whose turn did not come never have one. */
	void end(String jobId, JobStatus last, @Nullable String reason) {
		ScheduledJob job = jobs.get(jobId);
		if (job == null || !job.status().isActive()) {
			return;
		}
		// read first here, too
		jobs.deviceJobsOf(jobId).forEachRemaining(DeviceJob::status);
		jobs.deviceJobsOf(jobId).forEachRemaining(device -> {
			if (device.status() == DeviceJobStatus.PENDING) {
				over(device, DeviceOutcome.CANCELED);
			}
		});
		ScheduledJob now = jobs.get(jobId);
		jobs.put((now == null ? job : now).over(last, reason, clock.instant()));
	}

	/** The same of a job whose devices cannot be read. */
	void endAlone(String jobId, JobStatus last, @Nullable String reason) {
		ScheduledJob job = jobs.get(jobId);
		if (job != null && job.status().isActive()) {
			jobs.put(job.over(last, reason, clock.instant()));
		}
	}
}
