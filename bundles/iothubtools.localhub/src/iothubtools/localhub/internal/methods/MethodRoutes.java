// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.methods;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.DIRECT_METHOD;

import java.util.List;

import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;
import iothubtools.localhub.internal.operation.Route;

/** The operations on direct methods (contract §3.6). */
public final class MethodRoutes {

	/** Bytes (contract §6). */
	private static final int STEP = 4096;

	private MethodRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(DirectMethods methods) {
		Operation.Later invoke = new InvokeMethod(methods);
		return List.of(
				Route.of("InvokeDeviceMethod", "POST", "/twins/{deviceId}/methods", SERVICE_CONNECT, DIRECT_METHOD, invoke)
						.withCost(MethodRoutes::bytes),
				Route.of("InvokeModuleMethod", "POST", "/twins/{deviceId}/modules/{moduleId}/methods", SERVICE_CONNECT,
						DIRECT_METHOD, invoke).withCost(MethodRoutes::bytes));
	}

	/** The bytes of a call, in steps of which there is one at least. */
	private static double bytes(Call call) {
		int length = call.request().body().length;
		return Math.max(1, (length + STEP - 1) / STEP) * (double) STEP;
	}
}
