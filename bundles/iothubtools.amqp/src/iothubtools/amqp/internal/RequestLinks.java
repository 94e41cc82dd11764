// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.codec.DecodeException;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;

import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;

/** Two links to a node that answers requests: one for these, one for the answers. */
public final class RequestLinks implements AmqpLink {

	/**
	 * An answer.
	 *
	 * @param status      as in HTTP, 0 where it says none
	 * @param description what is said of it
	 * @param body        a value, or an empty text
	 */
	public record Answer(int status, String description, Object body) {

		private static final int OK = 200;
		private static final int REDIRECTION = 300;

		/** Whether it was done. */
		public boolean isGood() {
			return status >= OK && status < REDIRECTION;
		}

		static Answer of(Message message) {
			ApplicationProperties properties = message.getApplicationProperties();
			Map<String, Object> values = properties == null || properties.getValue() == null ? Map.of() : properties.getValue();
			Object body = message.getBody() instanceof AmqpValue value && value.getValue() != null ? value.getValue() : "";
			return new Answer(values.get("status-code") instanceof Number number ? number.intValue() : 0,
					String.valueOf(values.get("status-description")), body);
		}
	}

	private final Sender sender;
	private final Receiver receiver;
	private final String replyTo;
	private final Runnable whenOpen;
	private final Consumer<HubException> whenEnded;
	private final Map<String, Consumer<Answer>> waiting = new HashMap<>();
	private int opened;

	/**
	 * Opens them.
	 *
	 * @param credit how many requests may be under way
	 */
	public RequestLinks(AmqpConnection connection, String address, int credit, Runnable whenOpen, Consumer<HubException> whenEnded) {
		this.whenOpen = whenOpen;
		this.whenEnded = whenEnded;
		replyTo = address + "-" + UUID.randomUUID();
		sender = connection.sender(address, this);
		receiver = connection.replies(address, replyTo, this);
		receiver.flow(credit);
	}

	/** Asks; a request that is not answered is one that whoever asks has to limit. */
	public void ask(Map<String, Object> properties, Object body, Consumer<Answer> whenAnswered) {
		String id = UUID.randomUUID().toString();
		waiting.put(id, whenAnswered);
		Message request = Message.Factory.create();
		request.setMessageId(id);
		request.setReplyTo(replyTo);
		request.setApplicationProperties(new ApplicationProperties(properties));
		request.setBody(new AmqpValue(body));
		byte[] bytes = AmqpMessages.write(request, 4096);
		sender.delivery(id.getBytes(StandardCharsets.US_ASCII));
		sender.send(bytes, 0, bytes.length);
		sender.advance();
	}

	@Override
	public void opened() {
		if (++opened == 2) {
			whenOpen.run();
		}
	}

	@Override
	public void delivery(Delivery delivery) {
		if (delivery.getLink() != receiver) {
			delivery.settle();
			return;
		}
		if (delivery.isPartial() || delivery.isSettled()) {
			return;
		}
		try {
			Message answer = AmqpMessages.read(receiver, delivery.pending());
			delivery.disposition(Accepted.getInstance());
			delivery.settle();
			receiver.flow(1);
			// where it does not say which request it answers, it can only be the one
			Object id = answer.getCorrelationId() == null && waiting.size() == 1 ? waiting.keySet().iterator().next() : answer.getCorrelationId();
			Consumer<Answer> whom = waiting.remove(String.valueOf(id));
			if (whom != null) {
				whom.accept(Answer.of(answer));
			}
		} catch (DecodeException | IllegalArgumentException e) {
			whenEnded.accept(new ProtocolException(ProtocolException.Kind.UNEXPECTED, 0, "What the hub answers cannot be read", null));
		}
	}

	@Override
	public void ended(HubException why) {
		whenEnded.accept(why);
	}
}
