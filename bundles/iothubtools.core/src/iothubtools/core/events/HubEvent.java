// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.events;

import java.util.List;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.connections.HubConnection;

/** A change that views follow. Fired on the thread that made the change, after it took effect. */
public sealed interface HubEvent {

	record ConnectionAdded(HubConnection connection) implements HubEvent {
	}

	/** Host, policy, trust or key of a connection is another one now: what was loaded from it is out of date. */
	record ConnectionChanged(HubConnection connection) implements HubEvent {
	}

	record ConnectionRemoved(HubConnection connection) implements HubEvent {
	}

	record DefaultChanged(String connectionId) implements HubEvent {
	}

	record DeviceCreated(HubConnection connection, DeviceIdentity device) implements HubEvent {
	}

	/** Devices that are at the hub no longer: deleted here, or found to have been deleted by others. */
	record DevicesDeleted(HubConnection connection, List<String> deviceIds) implements HubEvent {
		public DevicesDeleted {
			deviceIds = List.copyOf(deviceIds);
		}
	}

	/** The local hub of this IDE started, stopped or failed. */
	record LocalHubChanged() implements HubEvent {
	}
}
