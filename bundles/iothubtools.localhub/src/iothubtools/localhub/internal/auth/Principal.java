// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.List;
import java.util.Set;

/**
 * Somebody whom Entra ID knows.
 *
 * @param name   what errors call it
 * @param roles  the roles that it has at the hub; may be empty
 */
public record Principal(String name, Set<Role> roles) {

	/** Whether its roles allow all of these; none at all is what no role allows. */
	boolean may(List<String> actions) {
		return !actions.isEmpty() && actions.stream().allMatch(action -> roles.stream().anyMatch(role -> role.allows(action)));
	}
}
