// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.jobs;

import java.time.Duration;
import java.time.Instant;

import iothubtools.client.errors.InvalidInputException;

/**
 * When a job runs.
 *
 * @param startTime        at most {@link #MAX_AHEAD} from now; in the past for at once
 * @param maxExecutionTime how long it may take, a second at least; fractions are dropped
 */
public record JobSchedule(Instant startTime, Duration maxExecutionTime) {

	/** How far ahead a job may be scheduled: 168 hours. */
	public static final Duration MAX_AHEAD = Duration.ofHours(168);

	/** How long a job may take unless said otherwise: an hour. */
	public static final Duration DEFAULT_EXECUTION_TIME = Duration.ofHours(1);

	/**
	 * @throws InvalidInputException for the field {@code maxExecutionTimeInSeconds}
	 */
	public JobSchedule {
		if (maxExecutionTime.toSeconds() < 1) {
			throw new InvalidInputException("maxExecutionTimeInSeconds", "must be 1 or more");
		}
	}

	/** At once, for an hour at most. */
	public static JobSchedule now() {
		return new JobSchedule(Instant.now(), DEFAULT_EXECUTION_TIME);
	}
}
