// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.configurations.Configuration;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;

/** Lists the automatic configurations of a hub, at most 100, with what their metrics counted last: GET /configurations (contract §3.10). */
public record ListConfigurationsOperation(HubConnection connection) implements ServiceOperation<List<Configuration>> {

	@Override
	public String title() {
		return NLS.bind(Messages.ListConfigurations_title, connection.name());
	}

	/** Waits for nobody. */
	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public List<Configuration> run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		return List.copyOf(session.client().configurations().list().await(cancellation));
	}
}
