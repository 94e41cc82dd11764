// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Finds the ids of the IoT Edge devices of a hub, by a query, which may lag behind (contract §3.3). */
public record EdgeDevicesOperation(HubConnection connection) implements ServiceOperation<List<String>> {

	private static final String QUERY = "SELECT * FROM devices WHERE capabilities.iotEdge = true";

	@Override
	public String title() {
		return NLS.bind(Messages.EdgeDevices_title, connection.name());
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public List<String> run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		return session.client().queries().devices(QUERY).all().await(cancellation).stream().map(DeviceSummary::deviceId).sorted().toList();
	}
}
