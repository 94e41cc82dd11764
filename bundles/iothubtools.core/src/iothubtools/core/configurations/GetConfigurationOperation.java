// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.configurations.Configuration;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;

/** Reads a configuration as it is now: GET /configurations/{id} (contract §3.10). */
public record GetConfigurationOperation(HubConnection connection, String id) implements ServiceOperation<Configuration> {

	@Override
	public String title() {
		return NLS.bind(Messages.GetConfiguration_title, id);
	}

	/** Waits for nobody. */
	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public Configuration run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		return session.client().configurations().get(id).await(cancellation);
	}
}
