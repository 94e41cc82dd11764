// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.Generations;

/** The generation ids of those of these devices that a hub has, by GET (contract §3.1). */
record GenerationsOperation(HubConnection connection, List<String> deviceIds) implements HubOperation<Map<String, String>> {

	GenerationsOperation {
		deviceIds = List.copyOf(deviceIds);
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
	public Map<String, String> run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		Generations generations = new Generations(deviceIds);
		generations.run(session, monitor, cancellation);
		cancellation.check();
		return generations.found();
	}
}
