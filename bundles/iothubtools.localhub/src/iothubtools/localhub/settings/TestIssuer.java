// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.settings;

import java.net.URI;
import java.util.Set;

/**
 * Where a hub that takes tokens of Entra ID gives such tokens itself: OAuth 2.0 client credentials, see docs/localhub.md.
 *
 * @param endpoint  takes {@code grant_type=client_credentials} by POST, with a client's name and the secret as HTTP's Basic has them
 * @param audience  whom tokens have to be for
 * @param clients   the names of its clients, one for each role and one without
 * @param secret    that of all of them; it stays as long as the hub's data directory
 */
public record TestIssuer(URI endpoint, String audience, Set<String> clients, String secret) {

	/** The endpoint alone. */
	@Override
	public String toString() {
		return endpoint.toString();
	}
}
