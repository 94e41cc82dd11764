// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.jobs;

/** What a scheduled job does on each of its devices. */
public enum JobType {
	SCHEDULE_UPDATE_TWIN("scheduleUpdateTwin"),
	SCHEDULE_DEVICE_METHOD("scheduleDeviceMethod"),
	/** A value this version does not know. */
	UNKNOWN("unknown");

	private final String wireName;

	JobType(String wireName) {
		this.wireName = wireName;
	}

	/** The value in JSON and in queries. */
	public String wireName() {
		return wireName;
	}

	/** The type of that name in any case, or {@link #UNKNOWN}. */
	public static JobType of(String wireName) {
		for (JobType type : values()) {
			if (type.wireName.equalsIgnoreCase(wireName)) {
				return type;
			}
		}
		return UNKNOWN;
	}
}
