// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.Locale;

import iothubtools.localhub.internal.errors.HubError;

/** How far a scheduled job is (contract §3.9). */
public enum JobStatus {
	/** Created. */
	QUEUED,
	/** Waits for its start time. */
	SCHEDULED,
	/** At work. */
	RUNNING,
	/** Every device had its turn, whether it succeeded or not. */
	COMPLETED,
	/** Its condition is none, or its time was over before every device had its turn. */
	FAILED,
	/** Cancelled before it ran. */
	CANCELLED;

	/** Its name in JSON. */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether it may still be cancelled. */
	boolean isWaiting() {
		return this == QUEUED || this == SCHEDULED;
	}

	/** Whether it waits or runs. */
	boolean isActive() {
		return isWaiting() || this == RUNNING;
	}

	/** @throws HubError 400 for any other name */
	static JobStatus of(String wireName) {
		for (JobStatus status : values()) {
			if (status.wireName().equalsIgnoreCase(wireName)) {
				return status;
			}
		}
		throw HubError.argumentInvalid("The job status is none.");
	}
}
