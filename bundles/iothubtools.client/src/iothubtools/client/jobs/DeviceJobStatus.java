// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.jobs;

/** How far a scheduled job is on one device (contract §3.3). */
public enum DeviceJobStatus {
	/** It is not its turn yet. */
	PENDING("pending"),
	/** Waits for the start time of the job. */
	SCHEDULED("scheduled"),
	RUNNING("running"),
	COMPLETED("completed"),
	FAILED("failed"),
	/** The job was over before its turn; written with one l, unlike that of a job. */
	CANCELED("canceled"),
	/** A value this version does not know. */
	UNKNOWN("unknown");

	private static final String CANCELLED = "cancelled";

	private final String wireName;

	DeviceJobStatus(String wireName) {
		this.wireName = wireName;
	}

	/** The value in JSON and in queries. */
	public String wireName() {
		return wireName;
	}

	/** The status of that name in any case, or {@link #UNKNOWN}. */
	public static DeviceJobStatus of(String wireName) {
		for (DeviceJobStatus status : values()) {
			if (status.wireName.equalsIgnoreCase(wireName)) {
				return status;
			}
		}
		return CANCELLED.equalsIgnoreCase(wireName) ? CANCELED : UNKNOWN;
	}
}
