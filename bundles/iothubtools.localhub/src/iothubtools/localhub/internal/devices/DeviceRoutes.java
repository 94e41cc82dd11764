// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import static iothubtools.localhub.internal.auth.Right.REGISTRY_READ;
import static iothubtools.localhub.internal.auth.Right.REGISTRY_WRITE;
import static iothubtools.localhub.internal.operation.ThrottleClass.IDENTITY;

import java.util.List;

import iothubtools.localhub.internal.kernel.MessageCounts;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Route;

/** The operations on device identities (contract §§3.1, 3.2). */
public final class DeviceRoutes {

	private static final String DEVICE = "/devices/{deviceId}";

	private DeviceRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(DeviceStore devices, DeviceRegistry registry, MessageCounts messages, Writer writer) {
		DeviceJson json = new DeviceJson(devices, messages);
		return List.of(
				Route.of("GetDeviceStatistics", "GET", "/statistics/devices", REGISTRY_READ, IDENTITY, new DeviceStatistics(devices)),
				Route.of("GetServiceStatistics", "GET", "/statistics/service", REGISTRY_READ, IDENTITY,
						new ServiceStatistics(devices)),
				Route.of("ListDevices", "GET", "/devices", REGISTRY_READ, IDENTITY, new ListDevices(devices, json)),
				Route.of("GetDevice", "GET", DEVICE, REGISTRY_READ, IDENTITY, new GetDevice(devices, json)),
				Route.of("PutDevice", "PUT", DEVICE, REGISTRY_WRITE, IDENTITY, new PutDevice(registry, json, writer)),
				Route.of("DeleteDevice", "DELETE", DEVICE, REGISTRY_WRITE, IDENTITY, new DeleteDevice(registry, writer)));
	}
}
