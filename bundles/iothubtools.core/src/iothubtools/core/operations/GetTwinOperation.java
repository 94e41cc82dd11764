// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Retrieves the twin of a device or module: GET /twins/{id} (contract §3.5). */
public record GetTwinOperation(HubConnection connection, ClientId id) implements ServiceOperation<Twin> {

	@Override
	public String title() {
		return NLS.bind(Messages.GetTwin_title, id);
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public Twin run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		return session.client().twins().get(id).await(cancellation);
	}
}
