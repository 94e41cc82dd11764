// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.settings;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a hub tells of itself at its built-in endpoint beside what devices send, each kind only when it is wanted, as at the service (contract §7.1). */
public enum HubEventKind {

	/** Tags, desired and reported properties that were written. */
	TWIN_CHANGES("twinChangeEvents"),

	/** Devices and modules that were made or removed. */
	DEVICE_LIFECYCLE("deviceLifecycleEvents"),

	/** Devices and modules that connected or disconnected. */
	CONNECTION_STATE("deviceConnectionStateEvents");

	private final String wireName;

	HubEventKind(String wireName) {
		this.wireName = wireName;
	}

	/** As the annotation {@code iothub-message-source} has it. */
	public String wireName() {
		return wireName;
	}

	/**
	 * The kind of that name, in any case.
	 *
	 * @throws IllegalArgumentException when there is none
	 */
	public static HubEventKind of(String name) {
		for (HubEventKind kind : values()) {
			if (kind.wireName.equalsIgnoreCase(name)) {
				return kind;
			}
		}
		throw new IllegalArgumentException("there are no events " + name + ", only "
				+ Arrays.stream(values()).map(HubEventKind::wireName).collect(Collectors.joining(", ")));
	}
}
