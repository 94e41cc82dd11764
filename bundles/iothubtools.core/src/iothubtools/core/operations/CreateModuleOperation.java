// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Creates a module of a device: PUT /devices/{id}/modules/{moduleId} (contract §3.4). Gives it as the hub made it, with its keys. */
public record CreateModuleOperation(HubConnection connection, ModuleIdentity module) implements HubOperation<ModuleIdentity> {

	@Override
	public String title() {
		return NLS.bind(Messages.CreateModule_title, module.moduleId(), module.deviceId());
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public ModuleIdentity run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		ModuleIdentity made = ModuleCalls.await(session, module.deviceId(), session.client().modules().create(module), cancellation);
		events.fire(new HubEvent.ModuleCreated(connection, ClientId.module(module.deviceId(), module.moduleId())));
		return made;
	}
}
