// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.events;

import java.time.Instant;
import java.util.List;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.core.hubs.HubConnection;

/** A change that views follow. Fired on the thread that made the change, after it took effect. */
public sealed interface HubEvent {

	/** Calls the method that is for this event. */
	void tell(Cases cases);

	/** One method for each event there is, for those who must not overlook a new one. */
	interface Cases {

		void connectionAdded(ConnectionAdded event);

		void connectionChanged(ConnectionChanged event);

		void connectionRemoved(ConnectionRemoved event);

		void defaultChanged(DefaultChanged event);

		void devicesCreated(DevicesCreated event);

		void devicesChanged(DevicesChanged event);

		void devicesRead(DevicesRead event);

		void devicesDeleted(DevicesDeleted event);

		void devicesUnclear(DevicesUnclear event);

		void moduleCreated(ModuleCreated event);

		void moduleDeleted(ModuleDeleted event);

		void localHubChanged(LocalHubChanged event);

		void rightsChanged(RightsChanged event);

		void queriesChanged(QueriesChanged event);

		void messageSent(MessageSent event);

		void methodsChanged(MethodsChanged event);

		void eventHubChanged(EventHubChanged event);

		void jobsChanged(JobsChanged event);

		void configurationsChanged(ConfigurationsChanged event);
	}

	record ConnectionAdded(HubConnection connection) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.connectionAdded(this);
		}
	}

	/** Host, policy, trust or key of a connection is another one now: what was loaded from it is out of date. */
	record ConnectionChanged(HubConnection connection) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.connectionChanged(this);
		}
	}

	record ConnectionRemoved(HubConnection connection) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.connectionRemoved(this);
		}
	}

	record DefaultChanged(String connectionId) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.defaultChanged(this);
		}
	}

	/** Devices that were created here. Of one that was created together with others the etag is not known, as the hub does not tell it. */
	record DevicesCreated(HubConnection connection, List<DeviceIdentity> devices) implements HubEvent {
		public DevicesCreated {
			devices = List.copyOf(devices);
		}

		@Override
		public void tell(Cases cases) {
			cases.devicesCreated(this);
		}
	}

	/**
	 * Devices that were changed here, or found to have been changed by others. One that was changed together with others has no etag, as
	 * the hub does not tell the new ones.
	 */
	record DevicesChanged(HubConnection connection, List<DeviceIdentity> devices) implements HubEvent {
		public DevicesChanged {
			devices = List.copyOf(devices);
		}

		@Override
		public void tell(Cases cases) {
			cases.devicesChanged(this);
		}
	}

	/**
	 * Somebody asked for something that has to do with devices of which it is not known what became of them.
	 *
	 * @param there   ids that the hub had already
	 * @param unclear whether the hub may have done to others what it was asked, without an answer
	 */
	record DevicesUnclear(HubConnection connection, List<String> there, boolean unclear) implements HubEvent {
		public DevicesUnclear {
			there = List.copyOf(there);
		}

		@Override
		public void tell(Cases cases) {
			cases.devicesUnclear(this);
		}
	}

	/** Devices as the hub has them now, whoever changed them since they were seen last: some part has read them, and others show them, too. */
	record DevicesRead(HubConnection connection, List<DeviceIdentity> devices) implements HubEvent {
		public DevicesRead {
			devices = List.copyOf(devices);
		}

		@Override
		public void tell(Cases cases) {
			cases.devicesRead(this);
		}
	}

	/** Devices that are at the hub no longer: deleted here, or found to have been deleted by others. */
	record DevicesDeleted(HubConnection connection, List<String> deviceIds) implements HubEvent {
		public DevicesDeleted {
			deviceIds = List.copyOf(deviceIds);
		}

		@Override
		public void tell(Cases cases) {
			cases.devicesDeleted(this);
		}
	}

	/** A module of a device was created from here. */
	record ModuleCreated(HubConnection connection, ClientId module) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.moduleCreated(this);
		}
	}

	/** A module of a device was deleted from here. That those of a device which is deleted are gone with it is not told. */
	record ModuleDeleted(HubConnection connection, ClientId module) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.moduleDeleted(this);
		}
	}

	/** Queries that are kept for a hub were added, changed or deleted. */
	record QueriesChanged(HubConnection connection) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.queriesChanged(this);
		}
	}

	/**
	 * A device-to-cloud message was sent from here, and the hub has taken it.
	 *
	 * @param begun when it was about to be sent, by the clock of this machine: whoever reads from the hub may have it before this event
	 */
	record MessageSent(HubConnection connection, String deviceId, Instant begun) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.messageSent(this);
		}
	}

	/** What is kept of the direct methods of a hub is something else now: one was run, or somebody removed some. */
	record MethodsChanged(HubConnection connection) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.methodsChanged(this);
		}
	}

	/** An endpoint compatible with Event Hubs was entered, entered anew or forgotten. */
	record EventHubChanged(HubConnection endpoint) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.eventHubChanged(this);
		}
	}

	/** A scheduled job was created or cancelled from here. */
	record JobsChanged(HubConnection connection, String jobId) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.jobsChanged(this);
		}
	}

	/** A configuration was changed or deleted from here. */
	record ConfigurationsChanged(HubConnection connection, String configurationId) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.configurationsChanged(this);
		}
	}

	/** The local hub of this IDE started, stopped or failed. */
	record LocalHubChanged() implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.localHubChanged(this);
		}
	}

	/** More or less is known of what the policy of a connection may not do. Fired on the thread of a call. */
	record RightsChanged(HubConnection connection) implements HubEvent {
		@Override
		public void tell(Cases cases) {
			cases.rightsChanged(this);
		}
	}
}
