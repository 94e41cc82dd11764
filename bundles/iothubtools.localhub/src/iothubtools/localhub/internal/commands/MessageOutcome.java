// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

/** What became of a cloud-to-device message: the status codes of feedback (contract §3.7). */
public enum MessageOutcome {
	/** The device completed it. */
	SUCCESS("Success"),
	/** Its time was over before the device completed it. */
	EXPIRED("Expired"),
	/** The device abandoned it too often. */
	DELIVERY_COUNT_EXCEEDED("DeliveryCountExceeded"),
	/** The device rejected it. */
	REJECTED("Rejected"),
	/** The queue was emptied. */
	PURGED("Purged");

	private final String statusCode;

	MessageOutcome(String statusCode) {
		this.statusCode = statusCode;
	}

	/** Its word in feedback. */
	public String statusCode() {
		return statusCode;
	}

	/** The one of a word written by {@link #statusCode}. */
	public static MessageOutcome of(String statusCode) {
		for (MessageOutcome outcome : values()) {
			if (outcome.statusCode.equals(statusCode)) {
				return outcome;
			}
		}
		throw new IllegalArgumentException("no outcome: " + statusCode);
	}
}
