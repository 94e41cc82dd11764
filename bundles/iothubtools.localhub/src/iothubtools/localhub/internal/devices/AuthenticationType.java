// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import org.eclipse.jdt.annotation.Nullable;

/** How a device proves itself (contract §4). */
public enum AuthenticationType {
	/** Tokens signed with one of its two symmetric keys. */
	SAS("sas"),
	/** A certificate whose thumbprint the hub knows. */
	SELF_SIGNED("selfSigned"),
	/** A certificate of a verified certificate authority. */
	CERTIFICATE_AUTHORITY("certificateAuthority"),
	/** Nothing: the modules of the IoT Edge runtime before it runs. */
	NONE("none");

	private final String wireName;

	AuthenticationType(String wireName) {
		this.wireName = wireName;
	}

	/** Its name in JSON. */
	public String wireName() {
		return wireName;
	}

	/** The type of that name, in any case; null when there is none. */
	static @Nullable AuthenticationType find(String name) {
		for (AuthenticationType type : values()) {
			if (type.wireName.equalsIgnoreCase(name)) {
				return type;
			}
		}
		return null;
	}

	/** The type of a name that was written by {@link #wireName}. */
	public static AuthenticationType of(String name) {
		AuthenticationType type = find(name);
		if (type == null) {
			throw new IllegalArgumentException("no authentication type: " + name);
		}
		return type;
	}
}
