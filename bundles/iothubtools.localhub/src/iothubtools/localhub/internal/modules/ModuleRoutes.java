// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import static iothubtools.localhub.internal.auth.Right.REGISTRY_READ;
import static iothubtools.localhub.internal.auth.Right.REGISTRY_WRITE;
import static iothubtools.localhub.internal.operation.ThrottleClass.IDENTITY;

import java.util.List;

import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.kernel.MessageCounts;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Route;

/** Where the operations on module identities are found (contract §3.4). */
public final class ModuleRoutes {

	private static final String ALL = "/devices/{deviceId}/modules";
	private static final String ONE = ALL + "/{moduleId}";

	private ModuleRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(DeviceStore devices, ModuleStore store, ModuleRegistry registry, MessageCounts messages,
			Writer writer) {
		ModuleOperations modules = new ModuleOperations(devices, store, registry, new ModuleJson(store, messages), writer);
		return List.of(Route.of("GetModulesOnDevice", "GET", ALL, REGISTRY_READ, IDENTITY, modules::list),
				Route.of("GetModule", "GET", ONE, REGISTRY_READ, IDENTITY, modules::get),
				Route.of("PutModule", "PUT", ONE, REGISTRY_WRITE, IDENTITY, modules::put),
				Route.of("DeleteModule", "DELETE", ONE, REGISTRY_WRITE, IDENTITY, modules::delete));
	}
}
