// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.digitaltwins;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.NONE;

import java.util.List;

import iothubtools.localhub.internal.methods.DirectMethods;
import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.twins.Twins;

/** Where the operations on digital twins are found (contract §3.11). */
public final class DigitalTwinRoutes {

	private static final String TWIN = "/digitaltwins/{deviceId}";

	private DigitalTwinRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(Twins twins, DirectMethods methods) {
		DigitalTwinOperations operations = new DigitalTwinOperations(twins, methods);
		return List.of(Route.of("GetDigitalTwin", "GET", TWIN, SERVICE_CONNECT, NONE, operations::get),
				Route.of("UpdateDigitalTwin", "PATCH", TWIN, SERVICE_CONNECT, NONE, operations::patch),
				Route.of("InvokeRootLevelCommand", "POST", TWIN + "/commands/{command}", SERVICE_CONNECT, NONE, operations::invoke),
				Route.of("InvokeComponentCommand", "POST", TWIN + "/components/{component}/commands/{command}", SERVICE_CONNECT,
						NONE, operations::invoke));
	}
}
