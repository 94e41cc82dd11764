// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.codec.DecodeException;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.devices.MethodHandler;
import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.AmqpMessages;
import iothubtools.amqp.internal.EventLoop;
import iothubtools.client.errors.HubException;
import iothubtools.client.methods.MethodResult;

/** Answers the direct methods of a device: they come on one link, and the answers go by another (contract §8.2). On the loop's thread only. */
final class MethodLinks extends DeviceLink {

	private static final int CREDIT = 20;
	private static final int HEADERS = 256;
	private static final String NAME = "IoThub-methodname";
	private static final String STATUS = "IoThub-status";
	private static final MethodResult FAILED = new MethodResult(MethodHandler.FAILED, "null");

	private final Subscriptions waiting = new Subscriptions();
	private @Nullable MethodHandler handler;
	private @Nullable Sender sender;
	private @Nullable Receiver receiver;
	private int opened;
	private long number;

	MethodLinks(CarriedDevice device) {
		super(device);
	}

	void listen(MethodHandler whom, CompletableFuture<@Nullable Void> answer) {
		handler = whom;
		waiting.add(answer, isOpen());
		device().attach(this);
	}

	@Override
	void attach(Session session) {
		if (receiver == null && handler != null) {
			Map<Symbol, Object> properties = DeviceMessages.link("methods:" + UUID.randomUUID());
			String address = AmqpMessages.path(device().id()) + "/methods/devicebound";
			opened = 0;
			sender = AmqpConnection.sender(session, address, properties, this);
			Receiver opening = AmqpConnection.receiver(session, address, properties, this);
			opening.flow(CREDIT);
			receiver = opening;
		}
	}

	@Override
	public void opened() {
		if (++opened == 2) {
			isOpen(true);
			waiting.done();
		}
	}

	@Override
	public void delivery(Delivery delivery) {
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
				Message request = AmqpMessages.read(open, delivery.pending());
				delivery.disposition(Accepted.getInstance());
				delivery.settle();
				invoke(request);
			} catch (DecodeException | IllegalArgumentException | ClassCastException e) {
				// whoever calls it waits for nothing, and is told so by the hub
				delivery.settle();
			}
		}
		open.flow(1);
	}

	private void invoke(Message request) {
		MethodHandler whom = handler;
		Sender by = sender;
		Object id = request.getCorrelationId();
		if (whom == null || by == null || id == null) {
			return;
		}
		String payload = new String(DeviceMessages.body(request), StandardCharsets.UTF_8);
		answer(whom, String.valueOf(DeviceMessages.application(request).get(NAME)), payload.isEmpty() ? "null" : payload)
				.whenComplete((result, failure) -> device().hub().later(() -> send(by, id, failure == null ? result : FAILED)));
	}

	private static CompletionStage<MethodResult> answer(MethodHandler whom, String name, String payload) {
		CompletableFuture<MethodResult> answer = new CompletableFuture<>();
		EventLoop.guarded(() -> {
			try {
				whom.invoke(name, payload).whenComplete((result, failure) -> answer.complete(failure == null ? result : FAILED));
			} catch (RuntimeException e) {
				answer.complete(FAILED);
				throw e;
			}
		});
		return answer;
	}

	/** An answer whose link is gone would be heard by nobody. */
	private void send(Sender by, Object id, MethodResult result) {
		if (sender != by) {
			return;
		}
		Message answer = Message.Factory.create();
		answer.setCorrelationId(id);
		answer.setApplicationProperties(new ApplicationProperties(Map.of(STATUS, result.status())));
		byte[] body = result.payload().getBytes(StandardCharsets.UTF_8);
		answer.setBody(new Data(new Binary(body)));
		byte[] bytes = AmqpMessages.write(answer, body.length + HEADERS);
		by.delivery(ByteBuffer.allocate(Long.BYTES).putLong(number++).array());
		by.send(bytes, 0, bytes.length);
		by.advance();
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
