// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.methods;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;

import java.util.List;

import iothubtools.localhub.internal.operation.Operation;
import iothubtools.localhub.internal.operation.Route;

/** The operations on direct methods (contract §3.6). */
public final class MethodRoutes {

	private MethodRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(DirectMethods methods) {
		Operation invoke = new InvokeMethod(methods);
		return List.of(Route.of("InvokeDeviceMethod", "POST", "/twins/{deviceId}/methods", SERVICE_CONNECT, invoke),
				Route.of("InvokeModuleMethod", "POST", "/twins/{deviceId}/modules/{moduleId}/methods", SERVICE_CONNECT,
						invoke));
	}
}
