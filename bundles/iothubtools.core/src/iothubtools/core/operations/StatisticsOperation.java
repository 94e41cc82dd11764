// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.HubStatistics;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Counts the devices of a hub: GET /statistics/devices and /statistics/service (contract §3.2). */
public record StatisticsOperation(HubConnection connection) implements HubOperation<HubCounts> {

	@Override
	public String title() {
		return NLS.bind(Messages.Statistics_title, connection.name());
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public HubCounts run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		HubStatistics devices = session.client().devices().statistics().await(cancellation);
		long connected = session.client().devices().connectedCount().await(cancellation);
		return new HubCounts(devices.total(), devices.enabled(), devices.disabled(), connected);
	}
}
