// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.jobs;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A scheduled job (contract §3.9). The hub keeps it for 30 days.
 *
 * @param jobId          its id
 * @param type           what it does
 * @param status         how far it is
 * @param queryCondition which devices it is about, may be empty
 * @param createdTime    when it was created
 * @param startTime      when it begins or began
 * @param endTime        when it ended; null before that
 * @param failureReason  why it failed as a whole
 * @param statusMessage  what the hub says of it
 * @param statistics     null before the hub has counted
 * @param json           all the hub gave, on one line
 */
public record Job(String jobId, JobType type, JobStatus status, String queryCondition, @Nullable Instant createdTime,
		@Nullable Instant startTime, @Nullable Instant endTime, @Nullable String failureReason,
		@Nullable String statusMessage, @Nullable JobStatistics statistics, String json) {
}
