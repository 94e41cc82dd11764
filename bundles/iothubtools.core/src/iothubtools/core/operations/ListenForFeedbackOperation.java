// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.amqp.commands.FeedbackListener;
import iothubtools.amqp.commands.FeedbackSubscription;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.AmqpTrouble;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;

/**
 * Begins to receive what became of cloud-to-device messages (contract §3.7), until what it gives back is closed. The queues of the devices
 * it is about have changed, which is told.
 */
record ListenForFeedbackOperation(HubConnection connection, FeedbackListener listener) implements HubOperation<FeedbackSubscription> {

	@Override
	public String title() {
		return NLS.bind(Messages.ListenForFeedback_title, connection.name());
	}

	@Override
	public Kind kind() {
		return Kind.MESSAGE;
	}

	@Override
	public Set<HubRight> needs() {
		return SendCloudToDeviceOperation.NEEDS;
	}

	@Override
	public FeedbackSubscription run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) {
		return session.amqp().feedback(new FeedbackListener() {
			@Override
			public void feedback(List<FeedbackRecord> records) {
				listener.feedback(records);
				QueueCounts.tellSoon(connection, records.stream().map(FeedbackRecord::deviceId).distinct().toList(), session, events);
			}

			@Override
			public void failed(HubException failure) {
				listener.failed(AmqpTrouble.of(failure));
			}
		});
	}
}
