// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.List;

/** The roles that Azure has built in for the data of a hub, with what they allow (contract §1.2). */
public enum Role {
	/** May do everything. */
	DATA_CONTRIBUTOR("IoT Hub Data Contributor", "*"),
	/** Reads everything. */
	DATA_READER("IoT Hub Data Reader", "*/read", "fileUpload/notifications/action"),
	/** Identities. */
	REGISTRY_CONTRIBUTOR("IoT Hub Registry Contributor", "devices/*"),
	/** Twins, and queries of them. */
	TWIN_CONTRIBUTOR("IoT Hub Twin Contributor", "twins/*");

	private static final String ANY = "*";

	private final String wireName;
	private final List<String> actions;

	Role(String wireName, String... actions) {
		this.wireName = wireName;
		this.actions = List.of(actions);
	}

	/** What Azure calls it. */
	public String wireName() {
		return wireName;
	}

	/** Whether it allows this data action. */
	public boolean allows(String action) {
		return actions.stream().anyMatch(allowed -> matches(allowed, action));
	}

	/** A star, at the beginning or the end, stands for anything. */
	private static boolean matches(String allowed, String action) {
		if (allowed.startsWith(ANY)) {
			return action.endsWith(allowed.substring(1));
		}
		return allowed.endsWith(ANY) ? action.startsWith(allowed.substring(0, allowed.length() - 1)) : action.equals(allowed);
	}
}
