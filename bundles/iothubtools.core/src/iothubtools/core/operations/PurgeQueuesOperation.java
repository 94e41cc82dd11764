// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.SubMonitor;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.core.tasks.PurgeOutcome;
import iothubtools.core.tasks.QueuePurge;

/**
 * Drops the cloud-to-device messages that wait for devices, by DELETE /devices/{id}/commands (contract §3.7). What was dropped before a
 * cancel is told. The identities are read afterwards, as how many messages wait is part of them; a policy that may not read them can
 * purge all the same.
 */
public record PurgeQueuesOperation(HubConnection connection, List<String> deviceIds) implements HubOperation<PurgeOutcome> {

	/** The right without which it is refused. */
	public static final Set<HubRight> NEEDS = Set.of(HubRight.SERVICE_CONNECT);

	public PurgeQueuesOperation {
		deviceIds = List.copyOf(deviceIds);
	}

	@Override
	public String title() {
		return DevicesTitle.of(deviceIds, Messages.PurgeQueues_title_one, Messages.PurgeQueues_title_many);
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	@Override
	public Set<HubRight> needs() {
		return NEEDS;
	}

	@Override
	public PurgeOutcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		return new QueuePurge(deviceIds, new QueuePurge.Listener() {
			@Override
			public void purged(List<String> ids) {
				QueueCounts.tell(connection, ids, session, events);
			}

			@Override
			public void gone(List<String> ids) {
				GoneDevices.tell(ids, connection, session, events);
			}
		}).run(session, monitor, cancellation);
	}
}
