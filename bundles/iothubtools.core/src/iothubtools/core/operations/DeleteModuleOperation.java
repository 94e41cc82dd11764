// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Deletes a module of a device, whatever version it has: DELETE /devices/{id}/modules/{moduleId} (contract §3.4). Gives its id. */
public record DeleteModuleOperation(HubConnection connection, String deviceId, String moduleId) implements HubOperation<String> {

	@Override
	public String title() {
		return NLS.bind(Messages.DeleteModule_title, moduleId, deviceId);
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public String run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		ModuleCalls.await(session, deviceId, session.client().modules().delete(deviceId, moduleId, null), cancellation);
		events.fire(new HubEvent.ModuleDeleted(connection, ClientId.module(deviceId, moduleId)));
		return moduleId;
	}
}
