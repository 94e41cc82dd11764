// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import static iothubtools.localhub.internal.auth.Right.REGISTRY_WRITE;
import static iothubtools.localhub.internal.operation.ThrottleClass.IDENTITY;

import java.util.List;

import iothubtools.localhub.internal.devices.DeviceRegistry;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.modules.ModuleRegistry;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.twins.Twins;

/** The operations on many devices (contract §3.1). */
public final class BulkRoutes {

	private BulkRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(DeviceRegistry devices, ModuleRegistry modules, Twins twins, Writer writer) {
		return List.of(Route.of("UpdateRegistry", "POST", "/devices", REGISTRY_WRITE, IDENTITY,
				new BulkDevices(new BulkChange(devices, modules, twins), writer)).withCost(BulkRoutes::identities),
				Route.of("RegenerateKeys", "POST", "/devices/keys/regenerate", REGISTRY_WRITE, IDENTITY,
						new RegenerateKeys(devices, modules, writer)));
	}

	/** How many identities a call changes. */
	private static double identities(Call call) {
		try {
			return Math.max(1, Json.readArray(call.request().body()).size());
		} catch (HubError e) {
			return 1; // the operation itself says what is wrong with it
		}
	}
}
