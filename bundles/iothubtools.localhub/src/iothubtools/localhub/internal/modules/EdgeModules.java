// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.devices.Credentials;
import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceListener;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.IdentityListener;

/** The two modules that the hub itself gives to every IoT Edge device, and to no other (contract §3.4). */
public final class EdgeModules implements DeviceListener {

	private static final List<String> IDS = List.of("$edgeAgent", "$edgeHub");
	private static final String MANAGER = "iotEdge";

	private final ModuleStore modules;
	private final IdentityListener identities;

	/** With where modules are kept, and who is told of those that come and go. */
	public EdgeModules(ModuleStore modules, IdentityListener identities) {
		this.modules = modules;
		this.identities = identities;
	}

	@Override
	public void changed(@Nullable Device before, @Nullable Device after) {
		boolean wasEdge = before != null && before.iotEdge();
		if (after != null && after.iotEdge() && !wasEdge) {
			IDS.forEach(id -> {
				ModuleIdentity module = new ModuleIdentity(after.deviceId(), id, after.created(), Etags.firstVersion(), MANAGER,
						Credentials.none());
				modules.put(module);
				identities.created(module.client());
			});
		} else if (after != null && !after.iotEdge() && wasEdge) {
			IDS.forEach(id -> remove(new ClientId(after.deviceId(), id)));
		}
	}

	private void remove(ClientId client) {
		ModuleIdentity module = modules.get(client);
		if (module != null) {
			identities.deleting(client);
			modules.remove(module);
		}
	}
}
