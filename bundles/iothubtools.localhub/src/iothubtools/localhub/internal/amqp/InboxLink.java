// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;

/** Takes messages that are dealt with and not kept: each is accepted when it came, and rejected when it is none. */
abstract class InboxLink extends LinkNode {

	private final AmqpConnection connection;
	private final Receiver receiver;
	private final int window;

	/** @param window messages that may be under way at a time */
	InboxLink(AmqpConnection connection, Receiver receiver, int window) {
		super(receiver);
		this.connection = connection;
		this.receiver = receiver;
		this.window = window;
	}

	@Override
	final void opened() {
		receiver.flow(window);
	}

	@Override
	final void delivery(Delivery delivery) {
		if (!connection.incoming().isWhole(receiver, delivery)) {
			return;
		}
		Message message = AmqpMessages.read(AmqpMessages.take(receiver, delivery));
		delivery.disposition(message == null ? AmqpErrors.noMessage() : Accepted.getInstance());
		delivery.settle();
		if (message == null) {
			next();
		} else {
			take(message);
		}
	}

	/** Deals with one, and then says {@link #next}. */
	abstract void take(Message message);

	/** One was dealt with: there is room for another. */
	final void next() {
		if (connection.isOpen(receiver)) {
			receiver.flow(1);
		}
	}
}
