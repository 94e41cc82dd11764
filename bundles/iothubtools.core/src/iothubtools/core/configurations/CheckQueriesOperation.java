// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import java.util.Map;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.configurations.ConfigurationQueryCheck;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;

/**
 * Asks the hub what is wrong with a target condition and metrics, changing nothing: POST /configurations/testQueries (contract §3.10).
 *
 * @param metrics names and queries
 */
public record CheckQueriesOperation(HubConnection connection, String targetCondition, Map<String, String> metrics)
		implements ServiceOperation<ConfigurationQueryCheck> {

	@Override
	public String title() {
		return NLS.bind(Messages.CheckQueries_title, connection.name());
	}

	/** Waits for nobody. */
	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public ConfigurationQueryCheck run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		return session.client().configurations().testQueries(targetCondition, metrics).await(cancellation);
	}
}
