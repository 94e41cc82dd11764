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
import iothubtools.core.status.OtherDeviceException;

/**
 * Changes the identity of a module that somebody has seen: PUT /devices/{id}/modules/{moduleId} under the etag it had then (contract §3.4).
 * Fails when it is another one by now, or the module is another one with the same id. Returns what the hub made of it.
 *
 * @param wanted the identity as it is to be, with the etag it was read with
 */
public record ReplaceModuleOperation(HubConnection connection, ModuleIdentity wanted) implements HubOperation<ModuleIdentity> {

	@Override
	public String title() {
		return NLS.bind(Messages.ReplaceModule_title, wanted.moduleId(), wanted.deviceId());
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public ModuleIdentity run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException, OtherDeviceException {
		Generation.check(session, wanted.id(), wanted.generationId(), cancellation);
		return ModuleCalls.await(session, wanted.deviceId(), session.client().modules().replace(wanted), cancellation);
	}
}
