// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import static iothubtools.localhub.internal.auth.Right.REGISTRY_WRITE;
import static iothubtools.localhub.internal.operation.ThrottleClass.IDENTITY;

import java.util.List;

import iothubtools.localhub.internal.devices.DeviceRegistry;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.modules.ModuleRegistry;
import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.twins.Twins;

/** Where the operations on many devices are found (contract §3.1). */
public final class BulkRoutes {

	private BulkRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(DeviceRegistry devices, ModuleRegistry modules, Twins twins, Writer writer) {
		BulkOperations bulk = new BulkOperations(devices, modules, new BulkChange(devices, modules, twins), writer);
		return List.of(
				Route.of("UpdateRegistry", "POST", "/devices", REGISTRY_WRITE, IDENTITY, bulk::update)
						.withCost(BulkOperations::identities),
				Route.of("RegenerateKeys", "POST", "/devices/keys/regenerate", REGISTRY_WRITE, IDENTITY, bulk::regenerateKeys));
	}
}
