// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;

/** Sends what a client waits for: responses to its requests, and what it wants to be told. */
final class ResponseLink extends LinkNode {

	/** Kept for a client that gives no credit; what comes beyond that is lost, as its oldest is. */
	private static final int MOST_WAITING = 200;

	private final AmqpConnection connection;
	private final Sender sender;
	private final LinkAddress node;
	private final Deque<byte[]> waiting = new ArrayDeque<>();
	private long sent;

	ResponseLink(AmqpConnection connection, Sender sender, LinkAddress node) {
		super(sender);
		this.connection = connection;
		this.sender = sender;
		this.node = node;
	}

	/** Whether the client takes messages now, or will soon. */
	boolean isThere() {
		return connection.isOpen(sender);
	}

	/** Whose responses it carries. */
	LinkAddress node() {
		return node;
	}

	/** Sends a message, when there is credit for it. */
	void send(Message message) {
		if (waiting.size() == MOST_WAITING) {
			waiting.removeFirst();
		}
		waiting.add(AmqpMessages.write(message));
		more();
	}

	@Override
	void flow() {
		more();
		if (sender.getDrain()) {
			sender.drained();
		}
	}

	@Override
	void more() {
		while (!waiting.isEmpty() && connection.isOpen(sender) && sender.getCredit() > 0) {
			// settled at once: nobody repeats a response
			AmqpMessages.send(sender, ByteBuffer.allocate(Long.BYTES).putLong(sent++).array(), waiting.removeFirst(), true);
		}
	}

	@Override
	void delivery(Delivery delivery) {
		delivery.settle();
	}
}
