// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Retrieves one module identity with its keys: GET /devices/{id}/modules/{moduleId} (contract §3.2). */
public record GetModuleOperation(HubConnection connection, String deviceId, String moduleId) implements HubOperation<ModuleIdentity> {

	@Override
	public String title() {
		return NLS.bind(Messages.GetModule_title, moduleId, deviceId);
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public ModuleIdentity run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		return ModuleCalls.await(session, deviceId, session.client().modules().get(deviceId, moduleId), cancellation);
	}
}
