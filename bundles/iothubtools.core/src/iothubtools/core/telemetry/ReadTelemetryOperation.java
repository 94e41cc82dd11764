// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.function.Consumer;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;
import iothubtools.core.operations.HubOperations;

/**
 * Begins to read the built-in endpoint of a hub (contract §7.2). What comes, and what goes wrong at the hub, the listener hears.
 *
 * @param devices whose messages are wanted: those of a query are found before anything is read
 * @param found   is given these
 */
record ReadTelemetryOperation(HubConnection connection, TelemetryRequest request, MonitoredDevices devices, Consumer<MonitoredDevices.Found> found,
		TelemetryListener listener) implements ServiceOperation<TelemetrySubscription> {

	@Override
	public String title() {
		return NLS.bind(Messages.ReadTelemetry_title, connection.name());
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	/**
	 * @return what reads from now on; whoever gets it closes it
	 * @throws InvalidInputException where it is to go on behind what came from another hub: places there mean nothing here
	 */
	@Override
	public TelemetrySubscription run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		if (request.start() instanceof StartPosition.AfterOffsets && HubOperations.leadsElsewhere(connection, session)) {
			throw new InvalidInputException("connection", Messages.ReadTelemetry_elsewhere);
		}
		if (devices instanceof MonitoredDevices.OfQuery query) {
			found.accept(new FindMonitoredDevicesOperation(connection, query).run(session, events, monitor, cancellation));
		}
		return session.amqp().telemetry(session.atEndpoint(request), listener);
	}
}
