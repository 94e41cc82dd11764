// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.codec.DecodeException;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpLinks;
import iothubtools.amqp.internal.AmqpMessages;

/** Two links of one conversation with the hub: by one the device says something, by the other it hears (contract §8.2). On the loop's thread only. */
abstract class PairedLinks extends DeviceLink {

	private static final int BOTH = 2;

	private final String place;
	private final String conversation;
	private final int credit;
	private @Nullable Sender sender;
	private @Nullable Receiver receiver;
	private int opened;
	private long number;

	/**
	 * Opens nothing yet.
	 *
	 * @param place        where it is, below the device
	 * @param conversation what the names of its conversations begin with
	 * @param credit       how many messages may come that are not taken yet
	 */
	PairedLinks(CarriedDevice device, String place, String conversation, int credit) {
		super(device);
		this.place = place;
		this.conversation = conversation;
		this.credit = credit;
	}

	/** Whether somebody has asked for it. */
	abstract boolean isWanted();

	/** The hub has opened both. */
	abstract void bothOpened();

	/** A message has come, and the hub knows that it has; one with other things in it than it should have may be thrown at. */
	abstract void take(Message message);

	@Override
	final void attach(Session session) {
		if (receiver == null && isWanted()) {
			Map<Symbol, Object> properties = DeviceMessages.link(conversation + UUID.randomUUID());
			String address = AmqpMessages.path(device().id()) + place;
			opened = 0;
			sender = AmqpLinks.sender(session, address, properties, this);
			Receiver opening = AmqpLinks.receiver(session, address, properties, this);
			opening.flow(credit);
			receiver = opening;
		}
	}

	@Override
	public final void opened() {
		if (++opened == BOTH) {
			isOpen(true);
			bothOpened();
		}
	}

	/** The link to say something by; null where there is none, and another one after a connection was lost. */
	final @Nullable Sender sender() {
		return sender;
	}

	/** Says something by a link that is open. */
	final void send(Sender by, byte[] message) {
		by.delivery(ByteBuffer.allocate(Long.BYTES).putLong(number++).array());
		by.send(message, 0, message.length);
		by.advance();
	}

	@Override
	public final void delivery(Delivery delivery) {
		Receiver open = receiver;
		if (delivery.getLink() instanceof Sender) {
			delivery.settle();
			return;
		}
		if (open == null || delivery.getLink() != open || delivery.isPartial() || !delivery.isReadable()) {
			return;
		}
		if (delivery.isAborted()) {
			open.advance();
			delivery.settle();
		} else {
			try {
				Message message = AmqpMessages.read(open, delivery.pending());
				delivery.disposition(Accepted.getInstance());
				delivery.settle();
				take(message);
			} catch (DecodeException | IllegalArgumentException | ClassCastException e) {
				// whoever waits for it, here or at the hub, hears that its time is over
				delivery.settle();
			}
		}
		open.flow(1);
	}

	@Override
	void dropped() {
		isOpen(false);
		Sender out = sender;
		Receiver in = receiver;
		sender = null;
		receiver = null;
		if (out != null && in != null) {
			out.close();
			in.close();
		}
	}
}
