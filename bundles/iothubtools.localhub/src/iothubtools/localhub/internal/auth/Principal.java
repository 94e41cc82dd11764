// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Somebody whom Entra ID knows.
 *
 * @param name   what errors call it
 * @param roles  the roles that it has at the hub; may be empty
 * @param until  from when on its token is no good
 */
public record Principal(String name, Set<Role> roles, Instant until) {

	/** Whether its roles allow all of these; none at all is what no role allows. */
	boolean may(List<String> actions) {
		return !actions.isEmpty() && actions.stream().allMatch(action -> roles.stream().anyMatch(role -> role.allows(action)));
	}
}
