// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.amqp.LinkAddress.Purpose;
import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.commands.QueuedMessage;
import iothubtools.localhub.internal.errors.HubError;

/** Takes cloud-to-device messages of the service side; each is accepted when it is in the queue of its device (contract §3.7). */
final class ServiceCommandsLink extends KeepingLink<QueuedMessage> implements ServiceNode {

	/** What the fault plan calls it. */
	private static final String OPERATION = "SendCloudToDeviceMessage";

	/** Messages that may be under way at a time. */
	private static final int WINDOW = 200;

	private final AmqpConnection connection;

	ServiceCommandsLink(AmqpConnection connection, Receiver receiver) {
		super(connection, receiver, OPERATION, WINDOW);
		this.connection = connection;
	}

	@Override
	@Nullable Supplier<CompletionStage<QueuedMessage>> keeping(byte[] bytes, int format) {
		Message message = AmqpMessages.read(bytes);
		return message == null ? null : () -> enqueue(message);
	}

	/** @throws HubError 400 when the message says nobody it is for */
	private CompletionStage<QueuedMessage> enqueue(Message message) {
		LinkAddress to = LinkAddress.parse(String.valueOf(message.getAddress()), connection.hub().clients()::exists);
		if (to instanceof LinkAddress.OfClient ofClient && ofClient.purpose() == Purpose.COMMANDS) {
			return connection.hub().commands().enqueue(ofClient.client(), CommandMessages.read(message));
		}
		throw HubError.argumentInvalid("The property to must be such as /devices/{deviceId}/messages/devicebound.");
	}

	@Override
	public List<List<String>> paths() {
		return List.of(LinkAddress.OfService.COMMANDS.path());
	}

	@Override
	public Need need() {
		return LinkAddress.OfService.COMMANDS.need();
	}
}
