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

	/** Kept for a client that gives no credit or does not read; beyond that the oldest is lost. */
	private static final int MOST_WAITING = 200;
	private static final int MOST_BYTES = 4 * 1024 * 1024;

	private final AmqpConnection connection;
	private final Sender sender;
	private final LinkAddress node;
	private final Deque<byte[]> waiting = new ArrayDeque<>();
	private int waitingBytes;
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

	/** Sends a message, when there is credit and room for it. */
	void send(Message message) {
		byte[] bytes = AmqpMessages.write(message);
		waiting.add(bytes);
		count(bytes.length);
		more();
		while (waiting.size() > MOST_WAITING || waitingBytes > MOST_BYTES || !waiting.isEmpty() && connection.outgoing().isTooMuch()) {
			next();
		}
	}

	private byte[] next() {
		byte[] first = waiting.removeFirst();
		count(-first.length);
		return first;
	}

	private void count(int bytes) {
		waitingBytes += bytes;
		connection.outgoing().kept(bytes);
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
			if (!connection.outgoing().hasRoom(sender)) {
				connection.turns().blocked(this);
				return;
			}
			// settled at once: nobody repeats a response
			AmqpMessages.send(sender, ByteBuffer.allocate(Long.BYTES).putLong(sent++).array(), next(), true);
		}
	}

	@Override
	void delivery(Delivery delivery) {
		delivery.settle();
	}

	@Override
	void ended() {
		connection.outgoing().kept(-waitingBytes);
		waiting.clear();
		waitingBytes = 0;
	}
}
