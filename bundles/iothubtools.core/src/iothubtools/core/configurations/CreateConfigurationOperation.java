// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.configurations.Configuration;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;

/** Creates a configuration: PUT /configurations/{id} without If-Match (contract §3.10). Gives it as the hub made it. */
public record CreateConfigurationOperation(HubConnection connection, Configuration configuration) implements ServiceOperation<Configuration> {

	@Override
	public String title() {
		return NLS.bind(Messages.CreateConfiguration_title, configuration.id());
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public Configuration run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		try {
			return session.client().configurations().create(configuration).await(cancellation);
		} finally {
			// one that is there already may be unknown to whoever shows them, and one without an answer may be there now
			events.fire(new HubEvent.ConfigurationsChanged(connection, configuration.id()));
		}
	}
}
