// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.jobs;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.names.ClientId;

/**
 * What came of a scheduled job on one device: a row of {@code SELECT * FROM devices.jobs} (contract §3.3).
 *
 * @param id          the device or module
 * @param jobId       the job
 * @param type        what the job does
 * @param status      how far it is on this device
 * @param startTime   when it began here
 * @param endTime     when it ended here
 * @param outcome     for a method, {@code {"deviceMethodResponse":…}}; null without one
 * @param error       what went wrong here; null if nothing did
 * @param json        the whole row, on one line
 */
public record DeviceJob(ClientId id, String jobId, JobType type, DeviceJobStatus status, @Nullable Instant startTime,
		@Nullable Instant endTime, @Nullable String outcome, @Nullable String error, String json) {
}
