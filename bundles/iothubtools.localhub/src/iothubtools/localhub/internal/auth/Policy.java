// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.EnumSet;
import java.util.Set;

/** The five policies every hub has (contract §1.2). */
public enum Policy {
	/** May do everything. */
	IOTHUBOWNER("iothubowner", EnumSet.complementOf(EnumSet.of(Right.TAKE_TOKEN))),
	/** Service side, without the registry. */
	SERVICE("service", EnumSet.of(Right.SERVICE_CONNECT)),
	/** Device side. */
	DEVICE("device", EnumSet.of(Right.DEVICE_CONNECT)),
	/** Reads the registry. */
	REGISTRY_READ("registryRead", EnumSet.of(Right.REGISTRY_READ)),
	/** Reads and writes the registry. */
	REGISTRY_READ_WRITE("registryReadWrite", EnumSet.of(Right.REGISTRY_READ, Right.REGISTRY_WRITE));

	private final String wireName;
	private final Set<Right> rights;

	Policy(String wireName, Set<Right> rights) {
		this.wireName = wireName;
		this.rights = rights;
	}

	/** Its name in connection strings and tokens. */
	public String wireName() {
		return wireName;
	}

	/** What it allows. */
	Set<Right> rights() {
		return rights;
	}
}
