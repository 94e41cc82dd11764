// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.Set;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.transfer.ExistingDevices;

/** Which of these ids a hub has devices of, by queries (contract §3.3). */
record FindDevicesOperation(HubConnection connection, Set<String> deviceIds) implements HubOperation<Set<String>> {

	FindDevicesOperation {
		deviceIds = Set.copyOf(deviceIds);
	}

	@Override
	public String title() {
		return NLS.bind(Messages.ReadDevices_title, deviceIds.size());
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public Set<String> run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		return new ExistingDevices(session.client()).among(deviceIds, cancellation);
	}
}
