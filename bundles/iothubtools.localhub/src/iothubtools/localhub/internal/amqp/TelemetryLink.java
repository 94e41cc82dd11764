// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.List;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.messages.SentMessage;
import iothubtools.localhub.internal.net.Flow;

/** Takes the device-to-cloud messages of a device or module; each is accepted when it is kept. */
final class TelemetryLink extends LinkNode {

	/** What the fault plan calls it, whatever the protocol. */
	private static final String OPERATION = "SendDeviceEvent";

	/** Messages that may be under way at a time. */
	private static final int WINDOW = 500;

	private final AmqpConnection connection;
	private final Receiver receiver;
	private final ClientId sender;
	private final Caller caller;
	private int underWay;

	TelemetryLink(AmqpConnection connection, Receiver receiver, ClientId sender, Caller caller) {
		super(receiver);
		this.connection = connection;
		this.receiver = receiver;
		this.sender = sender;
		this.caller = caller;
		receiver.setMaxMessageSize(UnsignedLong.valueOf(SentMessage.MAX_SIZE));
	}

	@Override
	void opened() {
		receiver.flow(WINDOW);
	}

	@Override
	void delivery(Delivery delivery) {
		if (!connection.isWhole(receiver, delivery)) {
			return;
		}
		int format = delivery.getMessageFormat();
		byte[] bytes = AmqpMessages.take(receiver, delivery);
		List<SentMessage> messages = TelemetryReader.read(bytes, format);
		if (messages == null) {
			Rejected rejected = new Rejected();
			rejected.setError(AmqpErrors.of("amqp:decode-error", "This is no message."));
			delivery.disposition(rejected);
			delivery.settle();
			refill();
			return;
		}
		CompletionStage<Long> kept;
		try {
			kept = connection.hub().faults().run(OPERATION, () -> connection.hub().messages().accept(sender, messages, caller));
		} catch (HubError e) {
			settle(delivery, e);
			return;
		}
		underWay++;
		Flow.Underway counted = connection.flow().begins(bytes.length);
		connection.whenDone(kept, (number, failure) -> {
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
		int missing = WINDOW - receiver.getCredit() - underWay;
		if (missing >= WINDOW / 2) {
			receiver.flow(missing);
		}
	}
}
