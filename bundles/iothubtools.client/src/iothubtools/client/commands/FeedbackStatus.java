// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.commands;

/** What became of a cloud-to-device message. */
public enum FeedbackStatus {
	/** The device completed it. */
	SUCCESS("Success"),
	/** No one took it in time. */
	EXPIRED("Expired"),
	/** The device gave it back too often. */
	DELIVERY_COUNT_EXCEEDED("DeliveryCountExceeded"),
	/** The device rejected it. */
	REJECTED("Rejected"),
	/** The queue was purged. */
	PURGED("Purged"),
	/** A value this version does not know. */
	UNKNOWN("");

	private final String wireName;

	FeedbackStatus(String wireName) {
		this.wireName = wireName;
	}

	/** The value in JSON; empty for {@link #UNKNOWN}. */
	public String wireName() {
		return wireName;
	}

	/** The status of that name in any case, or {@link #UNKNOWN}. */
	public static FeedbackStatus of(String wireName) {
		for (FeedbackStatus status : values()) {
			if (status.wireName.equalsIgnoreCase(wireName)) {
				return status;
			}
		}
		return UNKNOWN;
	}
}
