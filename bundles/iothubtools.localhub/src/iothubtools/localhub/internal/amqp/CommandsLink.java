// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Sender;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.commands.CloudToDeviceQueues;
import iothubtools.localhub.internal.commands.LockedMessage;
import iothubtools.localhub.internal.kernel.ClientId;

/** Sends a device or module its cloud-to-device messages. It accepts, rejects or releases each (contract §3.7). */
final class CommandsLink extends QueueLink<@NonNull LockedMessage> {

	private final ClientId client;
	private final CloudToDeviceQueues queues;

	CommandsLink(AmqpConnection connection, Sender sender, ClientId client) {
		super(connection, sender);
		this.client = client;
		this.queues = connection.hub().commands();
	}

	@Override
	CompletionStage<Optional<LockedMessage>> receive() {
		return queues.receive(client);
	}

	@Override
	String lockToken(LockedMessage one) {
		return one.lockToken();
	}

	@Override
	byte[] write(LockedMessage one) {
		return CommandMessages.write(one.message());
	}

	/** What is released, or settled without a word, comes again. */
	@Override
	CompletionStage<Void> settle(String lockToken, @Nullable DeliveryState outcome) {
		if (outcome instanceof Accepted) {
			return queues.complete(client, lockToken);
		}
		return outcome instanceof Rejected ? queues.reject(client, lockToken) : queues.abandon(client, lockToken);
	}

	@Override
	void release(String lockToken) {
		queues.release(client, lockToken);
	}
}
