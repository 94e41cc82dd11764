// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.net.Flow;

/**
 * Takes messages that the hub keeps: each is accepted when it is kept, and rejected with the reason when it is not.
 *
 * @param <T> what keeping one gives
 */
abstract class KeepingLink<T> extends LinkNode {

	private final AmqpConnection connection;
	private final Receiver receiver;
	private final String operation;
	private final int window;
	private int underWay;

	/**
	 * For one kind of them.
	 *
	 * @param operation what the fault plan calls it
	 * @param window    messages that may be under way at a time
	 */
	KeepingLink(AmqpConnection connection, Receiver receiver, String operation, int window) {
		super(receiver);
		this.connection = connection;
		this.receiver = receiver;
		this.operation = operation;
		this.window = window;
	}

	/**
	 * What keeps a message.
	 *
	 * @param format of AMQP, which tells several in one
	 * @return null when it is no message; what it gives may throw a {@link HubError} instead of failing with it
	 */
	abstract @Nullable Supplier<CompletionStage<T>> keeping(byte[] message, int format);

	@Override
	final void opened() {
		receiver.flow(window);
	}

	@Override
	final void delivery(Delivery delivery) {
		if (!connection.incoming().isWhole(receiver, delivery)) {
			return;
		}
		int format = delivery.getMessageFormat();
		byte[] bytes = AmqpMessages.take(receiver, delivery);
		Supplier<CompletionStage<T>> keeping = keeping(bytes, format);
		if (keeping == null) {
			delivery.disposition(AmqpErrors.noMessage());
			delivery.settle();
			refill();
			return;
		}
		CompletionStage<T> kept;
		try {
			kept = connection.hub().faults().run(operation, keeping);
		} catch (HubError e) {
			settle(delivery, e);
			return;
		}
		underWay++;
		Flow.Underway counted = connection.flow().begins(bytes.length);
		connection.whenDoneOrGone(kept, (result, failure) -> {
			underWay--;
			counted.ends();
			settle(delivery, failure);
		});
	}

	private void settle(Delivery delivery, @Nullable Throwable failure) {
		if (connection.isOpen(receiver) && !connection.breaks(receiver, failure)) {
			delivery.disposition(failure == null ? Accepted.getInstance() : AmqpErrors.rejected(failure));
			delivery.settle();
			refill();
		}
	}

	private void refill() {
		int missing = window - receiver.getCredit() - underWay;
		if (missing >= window / 2) {
			receiver.flow(missing);
		}
	}
}
