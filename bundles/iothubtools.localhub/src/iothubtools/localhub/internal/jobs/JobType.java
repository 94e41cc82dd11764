// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import iothubtools.localhub.internal.errors.HubError;

/** What a scheduled job does. */
public enum JobType {
	/** Patches the twin of each device. */
	UPDATE_TWIN("scheduleUpdateTwin", "updateTwin"),
	/** Invokes a direct method of each device. */
	DEVICE_METHOD("scheduleDeviceMethod", "cloudToDeviceMethod");

	private final String wireName;
	private final String member;

	JobType(String wireName, String member) {
		this.wireName = wireName;
		this.member = member;
	}

	/** Its name in JSON. */
	public String wireName() {
		return wireName;
	}

	/** The member of a job that says what exactly is to be done. */
	String member() {
		return member;
	}

	/** @throws HubError 400 for any other name */
	static JobType of(String wireName) {
		for (JobType type : values()) {
			if (type.wireName.equalsIgnoreCase(wireName)) {
				return type;
			}
		}
		throw HubError.argumentInvalid("The job type must be one of scheduleUpdateTwin and scheduleDeviceMethod.");
	}
}
