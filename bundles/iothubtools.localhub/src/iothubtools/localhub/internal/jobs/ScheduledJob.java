// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.json.JsonText;

/**
 * A scheduled job (contract §3.9).
 *
 * @param jobId          its id
 * @param type           what it does
 * @param work           the member updateTwin or cloudToDeviceMethod as it was given
 * @param queryCondition for which devices; null for all
 * @param created        when it was created
 * @param start          when it is to start
 * @param end            when it was over, null before
 * @param limit          how long it may run
 * @param status         how far it is
 * @param failureReason  why it failed, or null
 * @param statistics     how far its devices are
 */
public record ScheduledJob(String jobId, JobType type, JsonText work, @Nullable String queryCondition, Instant created,
		Instant start, @Nullable Instant end, Duration limit, JobStatus status, @Nullable String failureReason,
		JobStatistics statistics) {

	/** The same in another status that is not the last. */
	ScheduledJob in(JobStatus newStatus) {
		return new ScheduledJob(jobId, type, work, queryCondition, created, start, end, limit, newStatus, failureReason,
				statistics);
	}

	/** The same, over. */
	ScheduledJob over(JobStatus last, @Nullable String reason, Instant now) {
		return new ScheduledJob(jobId, type, work, queryCondition, created, start, now, limit, last, reason, statistics);
	}

	/** The same with devices elsewhere. */
	ScheduledJob with(JobStatistics newStatistics) {
		return new ScheduledJob(jobId, type, work, queryCondition, created, start, end, limit, status, failureReason,
				newStatistics);
	}
}
