// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.entra;

import static iothubtools.localhub.internal.auth.Right.TAKE_TOKEN;
import static iothubtools.localhub.internal.operation.ThrottleClass.NONE;

import java.util.List;

import iothubtools.localhub.internal.operation.Route;

/** Where the operation that gives tokens is found. */
public final class TokenRoutes {

	private TokenRoutes() {
	}

	/** It, with its path. */
	public static List<Route> of(Issuer issuer) {
		return List.of(Route.of("IssueToken", "POST", Issuer.PATH, TAKE_TOKEN, NONE, new TokenOperations(issuer)::issue));
	}
}
