// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.SubMonitor;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.MessageSending;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Sends cloud-to-device messages over AMQP (contract §3.7), at most one to each device. What the hub took before a cancel is told. How many
 * messages wait is part of the identities of devices, which are read afterwards; a policy that may not read them sends all the same.
 */
public record SendCloudToDeviceOperation(HubConnection connection, List<CloudToDeviceMessage> messages) implements HubOperation<TaskOutcome> {

	/** The right without which it is refused. */
	public static final Set<HubRight> NEEDS = Set.of(HubRight.SERVICE_CONNECT);

	public SendCloudToDeviceOperation {
		messages = List.copyOf(messages);
	}

	@Override
	public String title() {
		return DevicesTitle.of(messages.stream().map(message -> message.to().toString()).toList(), Messages.SendCloudToDevice_title_one,
				Messages.SendCloudToDevice_title_many);
	}

	@Override
	public Kind kind() {
		return Kind.MESSAGE;
	}

	@Override
	public TaskOutcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) {
		TaskOutcome outcome = new MessageSending(messages).run(session, monitor, cancellation);
		Set<String> done = Set.copyOf(outcome.ids(Result.DONE));
		List<String> taken = messages.stream().map(CloudToDeviceMessage::to).filter(to -> done.contains(to.toString()))
				.map(to -> to.deviceId()).distinct().toList();
		QueueCounts.tellSoon(connection, taken, session, events);
		List<String> gone = outcome.failures().entrySet().stream().filter(failed -> failed.getValue() instanceof ServiceException service
				&& service.code() == HubErrorCode.DEVICE_NOT_FOUND).map(failed -> failed.getKey()).toList();
		GoneDevices.tell(gone, connection, session, events);
		if (outcome.failures().values().stream().anyMatch(RefusedRights::isSuspected)) {
			RefusedRights.explain(session, cancellation);
		}
		return outcome;
	}
}
