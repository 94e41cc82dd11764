// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Lists the ids of the modules of a device: GET /devices/{id}/modules (contract §3.2). */
public record ListModulesOperation(HubConnection connection, String deviceId) implements HubOperation<List<String>> {

	@Override
	public String title() {
		return NLS.bind(Messages.ListModules_title, deviceId);
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public List<String> run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		return ModuleCalls.await(session, deviceId, session.client().modules().list(deviceId), cancellation).stream().map(ModuleIdentity::moduleId).sorted().toList();
	}
}
