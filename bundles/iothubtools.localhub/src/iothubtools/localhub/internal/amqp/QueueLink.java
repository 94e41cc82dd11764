// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.Lookout;

/**
 * Takes what waits in a queue under a lock each, and sends it, as much as the client gives credit for (contract §3.7). The client says what
 * becomes of each; what it does not settle before the link ends goes back to its place.
 *
 * @param <T> what is in the queue
 */
abstract class QueueLink<@NonNull T> extends LinkNode {

	/** Sent and not settled at most, whatever the credit: as many as a queue holds. */
	private static final int WINDOW = 50;
	private static final int TAG_BYTES = 16;

	private final AmqpConnection connection;
	private final Sender sender;
	private final Map<Delivery, String> unsettled = new HashMap<>();
	private final Lookout lookout = new Lookout();

	QueueLink(AmqpConnection connection, Sender sender) {
		super(sender);
		this.connection = connection;
		this.sender = sender;
	}

	/** Takes the next one, if there is one. */
	abstract CompletionStage<Optional<T>> receive();

	/** What settles it: a UUID. */
	abstract String lockToken(T one);

	/** The message that it is. */
	abstract byte[] write(T one);

	/** The client said what became of one; null for no word of that. */
	abstract CompletionStage<Void> settle(String lockToken, @Nullable DeliveryState outcome);

	/** Puts one back that never came to the client, or of which it said nothing. */
	abstract void release(String lockToken);

	/** There is nothing in the queue now. */
	void empty() {
		// most are told when something comes
	}

	/** The client may have given credit before the link was open at this end. */
	@Override
	final void opened() {
		more();
	}

	@Override
	final void flow() {
		more();
	}

	@Override
	final void more() {
		if (!connection.isOpen(sender) || sender.getCredit() <= 0 || unsettled.size() >= WINDOW) {
			return;
		}
		if (!connection.outgoing().hasRoom(sender)) {
			// what is taken out of the queue is locked, so it stays there until it can be on its way
			connection.turns().blocked(this);
		} else if (lookout.begin()) {
			connection.whenDoneOrGone(receive(), (next, failure) -> {
				boolean news = lookout.end();
				if (failure == null && next != null && next.isPresent()) {
					send(next.get());
					more();
				} else if (news) {
					more();
				} else if (connection.isOpen(sender)) {
					if (sender.getDrain()) {
						sender.drained();
					}
					empty();
				}
			});
		}
	}

	private void send(T one) {
		String lockToken = lockToken(one);
		if (!connection.isOpen(sender) || sender.getCredit() <= 0) {
			release(lockToken);
			return;
		}
		boolean settled = sender.getRemoteSenderSettleMode() == SenderSettleMode.SETTLED;
		UUID token = UUID.fromString(lockToken);
		byte[] tag = ByteBuffer.allocate(TAG_BYTES).putLong(token.getMostSignificantBits()).putLong(token.getLeastSignificantBits()).array();
		Delivery delivery = AmqpMessages.send(sender, tag, write(one), settled);
		if (settled) {
			settle(lockToken, Accepted.getInstance());
		} else {
			unsettled.put(delivery, lockToken);
		}
	}

	@Override
	final void delivery(Delivery delivery) {
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
			// that its lock was lost is told nobody: it comes again
			if (connection.isOpen(sender)) {
				delivery.disposition(outcome);
				delivery.settle();
				more();
			}
		});
	}

	@Override
	void ended() {
		unsettled.values().forEach(this::release);
		unsettled.clear();
	}
}
