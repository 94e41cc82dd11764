// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;
import java.util.Objects;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.Reads;
import iothubtools.core.tasks.Reads.Read;

/** Tells how many messages wait for devices after that changed, which is part of their identities. */
final class QueueCounts {

	private QueueCounts() {
	}

	/** Reads them anew, at most a hundred; not ended by a cancel, as whoever cancels keeps what was done, and hears of it. */
	static void tell(HubConnection connection, List<String> ids, HubSession session, HubEvents events) {
		try {
			List<DeviceIdentity> now = Reads.of(ids, session.client().devices()::get).await(Cancellation.none()).stream()
					.map(Read::value).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
			if (!now.isEmpty()) {
				events.fire(new HubEvent.DevicesChanged(connection, now));
			}
		} catch (HubException e) {
			// it is done all the same; the next refresh shows it
		}
	}
}
