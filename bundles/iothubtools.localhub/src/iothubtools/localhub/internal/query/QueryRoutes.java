// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.QUERY;

import java.util.List;

import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.settings.HubLimits;

/** Where the query operation is found (contract §3.3). */
public final class QueryRoutes {

	private QueryRoutes() {
	}

	/** It, with its path. */
	public static List<Route> of(Queries queries, HubLimits limits) {
		return List.of(Route.of("QueryTwins", "POST", "/devices/query", SERVICE_CONNECT, QUERY,
				new QueryOperations(queries, limits)::query));
	}
}
