// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;

/**
 * Deletes a configuration: DELETE /configurations/{id} (contract §3.10). What it set on devices stays. Gives its id.
 *
 * @param etag of the version that was seen; another one is refused
 */
public record DeleteConfigurationOperation(HubConnection connection, String id, String etag) implements ServiceOperation<String> {

	@Override
	public String title() {
		return NLS.bind(Messages.DeleteConfiguration_title, id);
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public String run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		try {
			session.client().configurations().delete(id, etag).await(cancellation);
			return id;
		} finally {
			// one that could not be deleted is another one than somebody saw, or gone
			events.fire(new HubEvent.ConfigurationsChanged(connection, id));
		}
	}
}
