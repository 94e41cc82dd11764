// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.EnumSet;
import java.util.Set;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;

/** Retrieves a module identity and its twin: GET /devices/{id}/modules/{moduleId} and /twins/{id}/modules/{moduleId} (contract §3.4 and §3.5). */
public record GetModuleWithTwinOperation(HubConnection connection, String deviceId, String moduleId) implements HubOperation<ModuleWithTwin> {

	@Override
	public String title() {
		return NLS.bind(Messages.GetModule_title, moduleId, deviceId);
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public Set<HubRight> needs() {
		return EnumSet.of(HubRight.REGISTRY_READ, HubRight.SERVICE_CONNECT);
	}

	@Override
	public ModuleWithTwin run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		ModuleIdentity module = new GetModuleOperation(connection, deviceId, moduleId).run(session, events, monitor, cancellation);
		return new ModuleWithTwin(module, session.client().twins().get(ClientId.module(deviceId, moduleId)).await(cancellation));
	}
}
