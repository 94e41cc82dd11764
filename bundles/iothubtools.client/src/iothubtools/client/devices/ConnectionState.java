// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

/** Whether a device is connected by MQTT or AMQP; the hub knows with minutes of delay, and not at all for HTTP. */
public enum ConnectionState {
	CONNECTED("Connected"),
	DISCONNECTED("Disconnected"),
	/** A value this version does not know. */
	UNKNOWN("");

	private final String wireName;

	ConnectionState(String wireName) {
		this.wireName = wireName;
	}

	/** The value in JSON; empty for {@link #UNKNOWN}. */
	public String wireName() {
		return wireName;
	}

	/** The state of that name in any case, or {@link #UNKNOWN}. */
	public static ConnectionState of(String wireName) {
		for (ConnectionState state : values()) {
			if (state.wireName.equalsIgnoreCase(wireName)) {
				return state;
			}
		}
		return UNKNOWN;
	}
}
