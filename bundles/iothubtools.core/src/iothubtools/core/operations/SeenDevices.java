// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Identities that are read for somebody: their keys are learnt, and all who show those devices hear what they are now. Made before they are read. */
final class SeenDevices {

	private final HubConnection connection;
	private final HubSession session;
	private final HubEvents events;
	private final int changes;

	SeenDevices(HubConnection connection, HubSession session, HubEvents events) {
		this.connection = connection;
		this.session = session;
		this.events = events;
		changes = events.changes(connection);
	}

	/** They were read. What was changed from here meanwhile is told already, and may be newer. */
	void tell(List<DeviceIdentity> devices) {
		devices.forEach(session.deviceKeys()::learn);
		if (!devices.isEmpty() && events.changes(connection) == changes) {
			events.fire(new HubEvent.DevicesRead(connection, devices));
		}
	}
}
