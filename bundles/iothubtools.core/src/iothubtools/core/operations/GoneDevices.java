// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;

/** Devices that a hub has no more, whoever deleted them: a device made anew with such an id has other keys. */
final class GoneDevices {

	private GoneDevices() {
	}

	/** Forgets their keys, and tells whoever lists them; of none nobody. */
	static void tell(List<String> ids, HubConnection connection, HubSession session, HubEvents events) {
		if (!ids.isEmpty()) {
			ids.forEach(session.deviceKeys()::forget);
			events.fire(new HubEvent.DevicesDeleted(connection, ids));
		}
	}
}
