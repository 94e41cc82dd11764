// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.Set;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.calls.Cancellation;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.core.operations.HubOperation;

/** Begins to read the built-in endpoint of a hub (contract §7.2). What comes, and what goes wrong at the hub, the listener hears. */
record ReadTelemetryOperation(HubConnection connection, TelemetryRequest request, TelemetryListener listener)
		implements HubOperation<TelemetrySubscription> {

	@Override
	public String title() {
		return NLS.bind(Messages.ReadTelemetry_title, connection.name());
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	@Override
	public Set<HubRight> needs() {
		return Set.of(HubRight.SERVICE_CONNECT);
	}

	/** @return what reads from now on; whoever gets it closes it */
	@Override
	public TelemetrySubscription run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) {
		return session.amqp().telemetry(request, listener);
	}
}
