// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.TWIN_READ;
import static iothubtools.localhub.internal.operation.ThrottleClass.TWIN_UPDATE;

import java.util.List;

import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.kernel.MessageCounts;
import iothubtools.localhub.internal.modules.ModuleStore;
import iothubtools.localhub.internal.operation.Route;

/** Where the operations on twins are found (contract §3.5). */
public final class TwinRoutes {

	private static final String DEVICE = "/twins/{deviceId}";
	private static final String MODULE = DEVICE + "/modules/{moduleId}";

	private TwinRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(Twins kept, DeviceStore devices, ModuleStore modules, MessageCounts messages) {
		TwinOperations twins = new TwinOperations(kept, new TwinReplies(kept, devices, modules, messages));
		return List.of(Route.of("GetTwin", "GET", DEVICE, SERVICE_CONNECT, TWIN_READ, twins::get),
				Route.of("PatchTwin", "PATCH", DEVICE, SERVICE_CONNECT, TWIN_UPDATE, twins::patch),
				Route.of("PutTwin", "PUT", DEVICE, SERVICE_CONNECT, TWIN_UPDATE, twins::put),
				Route.of("GetModuleTwin", "GET", MODULE, SERVICE_CONNECT, TWIN_READ, twins::get),
				Route.of("PatchModuleTwin", "PATCH", MODULE, SERVICE_CONNECT, TWIN_UPDATE, twins::patch),
				Route.of("PutModuleTwin", "PUT", MODULE, SERVICE_CONNECT, TWIN_UPDATE, twins::put));
	}
}
