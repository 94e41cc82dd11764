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

/** The operations on module identities (contract §3.4). */
public final class ModuleRoutes {

	private static final String MODULES = "/devices/{deviceId}/modules";
	private static final String MODULE = MODULES + "/{moduleId}";

	private ModuleRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(DeviceStore devices, ModuleStore modules, ModuleRegistry registry, MessageCounts messages,
			Writer writer) {
		ModuleDevices owners = new ModuleDevices(devices);
		ModuleJson json = new ModuleJson(modules, messages);
		return List.of(
				Route.of("GetModulesOnDevice", "GET", MODULES, REGISTRY_READ, IDENTITY, new ListModules(owners, modules, json)),
				Route.of("GetModule", "GET", MODULE, REGISTRY_READ, IDENTITY, new GetModule(owners, modules, json)),
				Route.of("PutModule", "PUT", MODULE, REGISTRY_WRITE, IDENTITY, new PutModule(owners, registry, json, writer)),
				Route.of("DeleteModule", "DELETE", MODULE, REGISTRY_WRITE, IDENTITY, new DeleteModule(owners, registry, writer)));
	}
}
