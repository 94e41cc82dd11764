// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.NONE;

import java.util.List;

import iothubtools.localhub.internal.operation.Route;

/** This hub's own operations on its fault plan, see docs/localhub.md. */
public final class FaultRoutes {

	private static final String PATH = "/localhub/faults";

	private FaultRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(Faults faults) {
		FaultOperations plan = new FaultOperations(faults);
		return List.of(Route.of("GetFaults", "GET", PATH, SERVICE_CONNECT, NONE, plan::get),
				Route.of("PutFaults", "PUT", PATH, SERVICE_CONNECT, NONE, plan::put),
				Route.of("DeleteFaults", "DELETE", PATH, SERVICE_CONNECT, NONE, plan::delete));
	}
}
