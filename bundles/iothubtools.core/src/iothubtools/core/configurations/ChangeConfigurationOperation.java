// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.Configurations;
import iothubtools.client.HubCall;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.configurations.Configuration;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;

/**
 * Changes priority, target condition, labels and metrics of a configuration: PUT /configurations/{id} with If-Match (contract §3.10). Its
 * content cannot change. Gives it as it is then.
 *
 * @param configuration as it is to be, with the etag of the version that was seen
 * @param overwrite     whether it is written over whatever version there is now; else another one than was seen is refused
 */
public record ChangeConfigurationOperation(HubConnection connection, Configuration configuration, boolean overwrite)
		implements ServiceOperation<Configuration> {

	@Override
	public String title() {
		return NLS.bind(Messages.ChangeConfiguration_title, configuration.id());
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public Configuration run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		Configurations configurations = session.client().configurations();
		try {
			HubCall<Configuration> call = overwrite ? configurations.update(configuration.id(), this::over) : configurations.replace(configuration);
			return call.await(cancellation);
		} finally {
			// one that could not be changed is another one than somebody saw, or gone
			events.fire(new HubEvent.ConfigurationsChanged(connection, configuration.id()));
		}
	}

	private Configuration over(Configuration now) {
		return now.toBuilder().priority(configuration.priority()).targetCondition(configuration.targetCondition()).labels(configuration.labels())
				.metricQueries(configuration.metricQueries()).build();
	}
}
