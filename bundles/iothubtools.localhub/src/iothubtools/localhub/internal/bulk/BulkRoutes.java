// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import static iothubtools.localhub.internal.auth.Right.REGISTRY_WRITE;

import java.util.List;

import iothubtools.localhub.internal.devices.DeviceRegistry;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.modules.ModuleRegistry;
import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.twins.Twins;

/** The operations on many devices (contract §3.1). */
public final class BulkRoutes {

	private BulkRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(DeviceRegistry devices, ModuleRegistry modules, Twins twins, Writer writer) {
		return List.of(Route.of("UpdateRegistry", "POST", "/devices", REGISTRY_WRITE,
				new BulkDevices(new BulkChange(devices, modules, twins), writer)),
				Route.of("RegenerateKeys", "POST", "/devices/keys/regenerate", REGISTRY_WRITE,
						new RegenerateKeys(devices, modules, writer)));
	}
}
