// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import static iothubtools.localhub.internal.auth.Right.REGISTRY_READ;
import static iothubtools.localhub.internal.auth.Right.REGISTRY_WRITE;
import static iothubtools.localhub.internal.operation.ThrottleClass.IDENTITY;

import java.util.List;

import iothubtools.localhub.internal.kernel.MessageCounts;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Route;

/** Where the operations on device identities are found (contract §§3.1, 3.2). */
public final class DeviceRoutes {

	private static final String DEVICE = "/devices/{deviceId}";

	private DeviceRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(DeviceStore store, DeviceRegistry registry, MessageCounts messages, Writer writer) {
		DeviceOperations devices = new DeviceOperations(store, registry, new DeviceJson(store, messages), writer);
		return List.of(
				Route.of("GetDeviceStatistics", "GET", "/statistics/devices", REGISTRY_READ, IDENTITY, devices::deviceStatistics),
				Route.of("GetServiceStatistics", "GET", "/statistics/service", REGISTRY_READ, IDENTITY, devices::serviceStatistics),
				Route.of("ListDevices", "GET", "/devices", REGISTRY_READ, IDENTITY, devices::list),
				Route.of("GetDevice", "GET", DEVICE, REGISTRY_READ, IDENTITY, devices::get),
				Route.of("PutDevice", "PUT", DEVICE, REGISTRY_WRITE, IDENTITY, devices::put),
				Route.of("DeleteDevice", "DELETE", DEVICE, REGISTRY_WRITE, IDENTITY, devices::delete));
	}
}
