// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.commands;

/** What the sender of a cloud-to-device message wants to hear of it later. */
public enum FeedbackMode {
	/** Nothing. */
	NONE("none"),
	/** That the device completed it. */
	POSITIVE("positive"),
	/** That it expired, was rejected or was given back too often. */
	NEGATIVE("negative"),
	/** Whatever becomes of it. */
	FULL("full");

	private final String wireName;

	FeedbackMode(String wireName) {
		this.wireName = wireName;
	}

	/** The value of {@code iothub-ack}. */
	public String wireName() {
		return wireName;
	}
}
