// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.jobs;

/** How far a scheduled job is. */
public enum JobStatus {
	ENQUEUED("enqueued"),
	RUNNING("running"),
	COMPLETED("completed"),
	FAILED("failed"),
	CANCELLED("cancelled"),
	/** Waits for its start time. */
	SCHEDULED("scheduled"),
	/** Waits for its turn. */
	QUEUED("queued"),
	/** A value this version does not know. */
	UNKNOWN("unknown");

	private final String wireName;

	JobStatus(String wireName) {
		this.wireName = wireName;
	}

	/** The value in JSON and in queries. */
	public String wireName() {
		return wireName;
	}

	/** Whether nothing more comes of the job. */
	public boolean isFinal() {
		return this == COMPLETED || this == FAILED || this == CANCELLED;
	}

	/** The status of that name in any case, or {@link #UNKNOWN}. */
	public static JobStatus of(String wireName) {
		for (JobStatus status : values()) {
			if (status.wireName.equalsIgnoreCase(wireName)) {
				return status;
			}
		}
		return UNKNOWN;
	}
}
