// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.telemetry;

/** Where a message at the built-in endpoint comes from: a device, or the hub that tells of one (contract §7.1). */
public enum MessageSource {
	/** A device or module sent it. */
	TELEMETRY("Telemetry"),
	/** A twin has changed. */
	TWIN_CHANGE("twinChangeEvents"),
	/** A device or module was created or deleted. */
	DEVICE_LIFECYCLE("deviceLifecycleEvents"),
	/** A device connected or disconnected. */
	CONNECTION_STATE("deviceConnectionStateEvents"),
	/** A digital twin has changed. */
	DIGITAL_TWIN_CHANGE("digitalTwinChangeEvents"),
	/** A scheduled job did something to a device. */
	DEVICE_JOB("deviceJobLifecycleEvents"),
	/** Something this version has no name for, or nothing at all; the annotation {@code iothub-message-source} says which. */
	OTHER("");

	private final String wireName;

	MessageSource(String wireName) {
		this.wireName = wireName;
	}

	/** The value of {@code iothub-message-source}; empty for {@link #OTHER}. */
	public String wireName() {
		return wireName;
	}

	/** The source of that name, in any case, or {@link #OTHER}. */
	public static MessageSource of(String name) {
		for (MessageSource source : values()) {
			if (source.wireName.equalsIgnoreCase(name)) {
				return source;
			}
		}
		return OTHER;
	}
}
