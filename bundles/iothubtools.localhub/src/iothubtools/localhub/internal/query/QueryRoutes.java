// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;

import java.util.List;

import iothubtools.localhub.HubLimits;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.devices.MessageCounts;
import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.twins.Twins;

/** The query operation (contract §3.3). */
public final class QueryRoutes {

	private QueryRoutes() {
	}

	/** It, with its path. */
	public static List<Route> of(DeviceStore devices, Twins twins, MessageCounts messages, HubLimits limits) {
		return List.of(Route.of("QueryTwins", "POST", "/devices/query", SERVICE_CONNECT,
				new QueryDevices(devices, twins, messages, limits)));
	}
}
