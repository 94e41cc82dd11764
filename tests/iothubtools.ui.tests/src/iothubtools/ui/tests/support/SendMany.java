// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.messages.MessageBatch;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;

/** Many messages of the first sample device in few requests. */
public record SendMany(HubConnection connection, List<DeviceMessage> messages) implements HubOperation<Integer> {

	@Override
	public String title() {
		return "Sending many messages";
	}

	@Override
	public Kind kind() {
		return Kind.DEVICE;
	}

	@Override
	public Integer run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		for (MessageBatch batch : MessageBatch.split(messages)) {
			session.client().device("sensor-0001").send(batch).await(cancellation);
		}
		return messages.size();
	}
}
