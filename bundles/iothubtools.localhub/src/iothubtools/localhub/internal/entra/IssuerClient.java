// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.entra;

import java.time.Instant;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Principal;
import iothubtools.localhub.internal.auth.Role;

/** Whom the test issuer knows: somebody for each role of Azure's, and somebody without any. */
enum IssuerClient {
	/** Has {@link Role#DATA_CONTRIBUTOR}. */
	DATA_CONTRIBUTOR("data-contributor", Set.of(Role.DATA_CONTRIBUTOR)),
	/** Has {@link Role#DATA_READER}. */
	DATA_READER("data-reader", Set.of(Role.DATA_READER)),
	/** Has {@link Role#REGISTRY_CONTRIBUTOR}. */
	REGISTRY_CONTRIBUTOR("registry-contributor", Set.of(Role.REGISTRY_CONTRIBUTOR)),
	/** Has {@link Role#TWIN_CONTRIBUTOR}. */
	TWIN_CONTRIBUTOR("twin-contributor", Set.of(Role.TWIN_CONTRIBUTOR)),
	/** May do nothing, as the owner of a subscription who gave himself no role for data. */
	WITHOUT_ROLE("without-role", Set.of());

	private final String id;
	private final Set<Role> roles;

	IssuerClient(String id, Set<Role> roles) {
		this.id = id;
		this.roles = roles;
	}

	/** Its name. */
	String id() {
		return id;
	}

	/** Who it is at the hub, by a token that is good until then. */
	Principal principal(Instant until) {
		return new Principal(id, roles, until);
	}

	/** The one of that name, or null. */
	static @Nullable IssuerClient find(String id) {
		for (IssuerClient client : values()) {
			if (client.id.equals(id)) {
				return client;
			}
		}
		return null;
	}
}
