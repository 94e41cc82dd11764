// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

/** Whether a device may connect. */
public enum DeviceStatus {
	ENABLED("enabled"),
	/** Blocked; a connection it has is cut. */
	DISABLED("disabled"),
	/** A value this version does not know; it is preserved in the identity. */
	UNKNOWN("");

	private final String wireName;

	DeviceStatus(String wireName) {
		this.wireName = wireName;
	}

	/** The value in JSON; empty for {@link #UNKNOWN}. */
	public String wireName() {
		return wireName;
	}

	/** The status of that name in any case, or {@link #UNKNOWN}. */
	public static DeviceStatus of(String wireName) {
		for (DeviceStatus status : values()) {
			if (status.wireName.equalsIgnoreCase(wireName)) {
				return status;
			}
		}
		return UNKNOWN;
	}
}
