// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import java.util.Set;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.configurations.Configuration;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.core.operations.HubOperation;

/** Reads a configuration as it is now: GET /configurations/{id} (contract §3.10). */
public record GetConfigurationOperation(HubConnection connection, String id) implements HubOperation<Configuration> {

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
	public Set<HubRight> needs() {
		return Set.of(HubRight.SERVICE_CONNECT);
	}

	@Override
	public Configuration run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		return session.client().configurations().get(id).await(cancellation);
	}
}
