// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a job does to one device: a row of {@code devices.jobs} (contract §3.3).
 *
 * @param jobId    the job
 * @param deviceId the device
 * @param type     what the job does
 * @param status   how far it is with this device
 * @param created  when the job found the device
 * @param updated  when the status changed
 * @param start    when it was the device's turn, null before
 * @param end      when it was over, null before
 * @param outcome  what came of it, null before
 */
public record DeviceJob(String jobId, String deviceId, JobType type, DeviceJobStatus status, Instant created,
		Instant updated, @Nullable Instant start, @Nullable Instant end, @Nullable DeviceOutcome outcome) {

	/** A device whose turn is to come. */
	static DeviceJob pending(ScheduledJob job, String deviceId, Instant now) {
		return new DeviceJob(job.jobId(), deviceId, job.type(), DeviceJobStatus.PENDING, now, now, null, null, null);
	}

	/** The same when its turn has come. */
	DeviceJob running(Instant now) {
		return new DeviceJob(jobId, deviceId, type, DeviceJobStatus.RUNNING, created, now, now, null, null);
	}

	/** The same when it is over. */
	DeviceJob over(DeviceOutcome result, Instant now) {
		return new DeviceJob(jobId, deviceId, type, result.status(), created, now, start == null ? now : start, now, result);
	}

	/** What all device jobs are ordered by: job id and device id. */
	public String key() {
		return key(jobId, deviceId);
	}

	/** The key of a device in a job; no id contains a slash. */
	public static String key(String jobId, String deviceId) {
		return jobId + '/' + deviceId;
	}
}
