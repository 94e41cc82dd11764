// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.methods;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.DIRECT_METHOD;

import java.util.List;

import iothubtools.localhub.internal.operation.Route;

/** Where the operation on direct methods is found (contract §3.6). */
public final class MethodRoutes {

	private MethodRoutes() {
	}

	/** It, with its path for devices and that for modules. */
	public static List<Route> of(DirectMethods methods) {
		MethodOperations operations = new MethodOperations(methods);
		return List.of(route("InvokeDeviceMethod", "/twins/{deviceId}/methods", operations),
				route("InvokeModuleMethod", "/twins/{deviceId}/modules/{moduleId}/methods", operations));
	}

	private static Route route(String name, String template, MethodOperations operations) {
		return Route.of(name, "POST", template, SERVICE_CONNECT, DIRECT_METHOD, operations::invoke)
				.withCost(MethodOperations::bytes);
	}
}
