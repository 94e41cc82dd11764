// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.commands.CloudToDeviceQueues;
import iothubtools.localhub.internal.commands.LockedMessage;
import iothubtools.localhub.internal.kernel.ClientId;

/**
 * Takes cloud-to-device messages out of the queue of a device or module and sends them, as many as it gives credit for. It accepts,
 * rejects or releases each (contract §3.7); what it does not settle before the link ends goes back to its place.
 */
final class CommandsLink extends LinkNode {

	/** Sent and not settled at most, whatever the credit: as many as a queue holds. */
	private static final int WINDOW = 50;
	private static final int TAG_BYTES = 16;

	private final AmqpConnection connection;
	private final Sender sender;
	private final ClientId client;
	private final CloudToDeviceQueues queues;
	private final Map<Delivery, String> unsettled = new HashMap<>();
	private boolean receiving;

	CommandsLink(AmqpConnection connection, Sender sender, ClientId client) {
		super(sender);
		this.connection = connection;
		this.sender = sender;
		this.client = client;
		this.queues = connection.hub().commands();
	}

	/** The client may have given credit before the link was open at this end. */
	@Override
	void opened() {
		more();
	}

	@Override
	void flow() {
		more();
	}

	@Override
	void more() {
		if (!receiving && connection.isOpen(sender) && connection.mayWrite() && sender.getCredit() > 0 && unsettled.size() < WINDOW) {
			receiving = true;
			connection.whenDone(queues.receive(client), (next, failure) -> {
				receiving = false;
				if (failure == null && next != null && next.isPresent()) {
					send(next.get());
					more();
				} else if (connection.isOpen(sender) && sender.getDrain()) {
					sender.drained();
				}
			});
		}
	}

	private void send(LockedMessage locked) {
		if (!connection.isOpen(sender) || sender.getCredit() <= 0) {
			queues.release(client, locked.lockToken());
			return;
		}
		boolean settled = sender.getRemoteSenderSettleMode() == SenderSettleMode.SETTLED;
		UUID token = UUID.fromString(locked.lockToken());
		byte[] tag = ByteBuffer.allocate(TAG_BYTES).putLong(token.getMostSignificantBits()).putLong(token.getLeastSignificantBits()).array();
		Delivery delivery = AmqpMessages.send(sender, tag, CommandMessages.write(locked.message()), settled);
		if (settled) {
			queues.complete(client, locked.lockToken());
		} else {
			unsettled.put(delivery, locked.lockToken());
		}
	}

	@Override
	void delivery(Delivery delivery) {
		DeliveryState outcome = delivery.getRemoteState();
		if (outcome == null && !delivery.remotelySettled()) {
			return;
		}
		String lockToken = unsettled.remove(delivery);
		if (lockToken == null) {
			delivery.settle();
			return;
		}
		connection.whenDone(settle(lockToken, outcome), (done, failure) -> {
			// that its lock was lost is told nobody: the message comes again
			if (connection.isOpen(sender)) {
				delivery.disposition(outcome);
				delivery.settle();
				more();
			}
		});
	}

	/** What is released, or settled without a word, comes again. */
	private CompletionStage<Void> settle(String lockToken, @Nullable DeliveryState outcome) {
		if (outcome instanceof Accepted) {
			return queues.complete(client, lockToken);
		}
		return outcome instanceof Rejected ? queues.reject(client, lockToken) : queues.abandon(client, lockToken);
	}

	@Override
	void ended() {
		unsettled.values().forEach(lockToken -> queues.release(client, lockToken));
		unsettled.clear();
	}
}
