// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import org.eclipse.jdt.annotation.Nullable;

/** Which outcomes of a message its sender wants to hear of (contract §3.7). */
public enum Acknowledgement {
	/** None. */
	NONE("none"),
	/** That the device completed it. */
	POSITIVE("positive"),
	/** That it never reached the device or the device did not want it. */
	NEGATIVE("negative"),
	/** Whatever becomes of it. */
	FULL("full");

	private final String wireName;

	Acknowledgement(String wireName) {
		this.wireName = wireName;
	}

	/** Its word in the property iothub-ack. */
	public String wireName() {
		return wireName;
	}

	/** The one of that name, in any case; null when there is none. */
	public static @Nullable Acknowledgement find(String name) {
		for (Acknowledgement value : values()) {
			if (value.wireName.equalsIgnoreCase(name)) {
				return value;
			}
		}
		return null;
	}

	/** Whether the sender wants to hear of this. */
	boolean asksFor(MessageOutcome outcome) {
		return this == FULL || this == (outcome == MessageOutcome.SUCCESS ? POSITIVE : NEGATIVE);
	}
}
