// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.util.concurrent.CompletableFuture;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.messaging.Released;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.codec.DecodeException;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Session;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.devices.CommandHandler;
import iothubtools.amqp.devices.ReceivedCommand;
import iothubtools.amqp.internal.AmqpLinks;
import iothubtools.amqp.internal.AmqpMessages;
import iothubtools.amqp.internal.EventLoop;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.errors.HubException;

/** Takes the cloud-to-device messages of a device. On the loop's thread only. */
final class CommandLink extends DeviceLink {

	/** As many as may be without a word of what becomes of them. */
	private static final int CREDIT = 20;

	private final Subscriptions waiting = new Subscriptions();
	private @Nullable CommandHandler handler;
	private @Nullable Receiver receiver;

	CommandLink(CarriedDevice device) {
		super(device);
	}

	void listen(CommandHandler whom, CompletableFuture<@Nullable Void> answer) {
		handler = whom;
		waiting.add(answer, isOpen());
		device().attach(this);
	}

	@Override
	void attach(Session session) {
		if (receiver == null && handler != null) {
			Receiver opening = AmqpLinks.receiver(session, AmqpMessages.path(device().id()) + "/messages/devicebound",
					DeviceMessages.link(null), this);
			opening.flow(CREDIT);
			receiver = opening;
		}
	}

	@Override
	public void opened() {
		isOpen(true);
		waiting.done();
	}

	@Override
	public void delivery(Delivery delivery) {
		Receiver open = receiver;
		CommandHandler whom = handler;
		if (open == null || whom == null || delivery.getLink() != open || delivery.isPartial() || !delivery.isReadable()) {
			return;
		}
		if (delivery.isAborted()) {
			open.advance();
			delivery.settle();
			open.flow(1);
			return;
		}
		Received received;
		try {
			received = new Received(open, delivery, DeviceMessages.command(AmqpMessages.read(open, delivery.pending()), delivery.getTag()));
		} catch (DecodeException | IllegalArgumentException | ClassCastException e) {
			// one that cannot be read now cannot be read later
			settle(open, delivery, new Rejected());
			return;
		}
		EventLoop.guarded(() -> {
			try {
				whom.command(received);
			} catch (RuntimeException e) {
				settle(open, delivery, Released.getInstance());
				throw e;
			}
		});
	}

	private void settle(Receiver of, Delivery delivery, DeliveryState state) {
		if (receiver == of && !delivery.isSettled()) {
			delivery.disposition(state);
			delivery.settle();
			of.flow(1);
		}
	}

	private final class Received implements ReceivedCommand {

		private final Receiver of;
		private final Delivery delivery;
		private final ReceivedCloudToDeviceMessage message;

		Received(Receiver of, Delivery delivery, ReceivedCloudToDeviceMessage message) {
			this.of = of;
			this.delivery = delivery;
			this.message = message;
		}

		@Override
		public ReceivedCloudToDeviceMessage message() {
			return message;
		}

		@Override
		public void accept() {
			settleLater(Accepted.getInstance());
		}

		@Override
		public void reject() {
			settleLater(new Rejected());
		}

		@Override
		public void release() {
			settleLater(Released.getInstance());
		}

		private void settleLater(DeliveryState state) {
			device().hub().later(() -> settle(of, delivery, state));
		}
	}

	@Override
	void dropped() {
		isOpen(false);
		Receiver open = receiver;
		receiver = null;
		if (open != null) {
			open.close();
		}
	}

	@Override
	void end(@Nullable HubException why) {
		handler = null;
		waiting.end(why);
	}

	@Override
	boolean expire(long now, HubException why) {
		return false;
	}
}
