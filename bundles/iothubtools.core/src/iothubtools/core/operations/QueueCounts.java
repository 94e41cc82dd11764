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

	/** The same for some of many, a hundred at most, while nobody waits: so many reads are no trouble to a hub, and a refresh shows the rest. */
	static void tellSoon(HubConnection connection, List<String> ids, HubSession session, HubEvents events) {
		List<String> some = ids.subList(0, Math.min(ids.size(), Reads.AT_A_TIME));
		if (!some.isEmpty()) {
			Reads.of(some, session.client().devices()::get).start().thenAccept(read -> tell(connection, read, events));
		}
	}

	/** Reads them anew, at most a hundred; not ended by a cancel, as whoever cancels keeps what was done, and hears of it. */
	static void tell(HubConnection connection, List<String> ids, HubSession session, HubEvents events) {
		try {
			tell(connection, Reads.of(ids, session.client().devices()::get).await(Cancellation.none()), events);
		} catch (HubException e) {
			// it is done all the same; the next refresh shows it
		}
	}

	private static void tell(HubConnection connection, List<Read<DeviceIdentity>> read, HubEvents events) {
		List<DeviceIdentity> now = read.stream().map(Read::value).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
		if (!now.isEmpty()) {
			events.fire(new HubEvent.DevicesChanged(connection, now));
		}
	}
}
