// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.auth.PolicyRights;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Finds out whether the hub answers and what the policy may do there, without changing anything. */
public record TestConnectionOperation(HubConnection connection) implements HubOperation<PolicyRights> {

	@Override
	public String title() {
		return NLS.bind(Messages.TestConnection_title, connection.host());
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public PolicyRights run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation)
			throws HubException {
		return session.client().checkRights().await(cancellation);
	}
}
