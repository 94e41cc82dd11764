// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;

/** Shows the hub a token at {@code $cbs}, and the next one before that expires (contract §8.2). */
final class CbsLinks implements AmqpLink {

	private static final String ADDRESS = "$cbs";
	private static final Duration ANSWER = Duration.ofSeconds(20);
	private static final int OK = 300;

	private final EventLoop loop;
	private final AmqpConnection connection;
	private final HubTokens tokens;
	private final Runnable whenTaken;
	private final Consumer<HubException> whenRefused;
	private final Sender sender;
	private final Receiver receiver;
	private HubTokens.@Nullable Shown shown;
	private Runnable forgetTimer = () -> {
	};
	private int opened;

	/**
	 * @param whenTaken   runs whenever the hub has taken one
	 * @param whenRefused hears why there is none, or why the hub does not take it
	 */
	CbsLinks(EventLoop loop, AmqpConnection connection, HubTokens tokens, Runnable whenTaken, Consumer<HubException> whenRefused) {
		this.loop = loop;
		this.connection = connection;
		this.tokens = tokens;
		this.whenTaken = whenTaken;
		this.whenRefused = whenRefused;
		sender = connection.sender(ADDRESS, this);
		receiver = connection.receiver(ADDRESS, this);
		receiver.flow(10);
		limit();
	}

	/** No timer of these is needed any more. */
	void forget() {
		forgetTimer.run();
	}

	@Override
	public void opened() {
		if (++opened == 2) {
			forgetTimer.run();
			next();
		}
	}

	private void next() {
		tokens.next().whenComplete((token, failure) -> loop.submit(() -> {
			if (connection.isEnded()) {
				return;
			}
			if (failure == null) {
				show(token);
				connection.flush();
			} else {
				Throwable cause = failure.getCause() instanceof HubException ? failure.getCause() : failure;
				whenRefused.accept(cause instanceof HubException known ? known : unexpected("There is no token for the hub"));
			}
		}));
	}

	private void show(HubTokens.Shown token) {
		shown = token;
		Message request = Message.Factory.create();
		request.setMessageId(UUID.randomUUID().toString());
		request.setReplyTo("cbs");
		request.setApplicationProperties(
				new ApplicationProperties(Map.of("operation", "put-token", "type", token.type(), "name", tokens.audience())));
		request.setBody(new AmqpValue(token.value()));
		byte[] bytes = AmqpMessages.write(request, 1024 + token.value().length());
		sender.delivery(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
		sender.send(bytes, 0, bytes.length);
		sender.advance();
		forgetTimer.run();
		limit();
	}

	/** A hub that says nothing is not waited for. */
	private void limit() {
		forgetTimer = loop.in(ANSWER, () -> whenRefused
				.accept(new ConnectionException(ConnectionException.Kind.TIMEOUT, "The hub does not say whether it takes the token", null)));
	}

	@Override
	public void delivery(Delivery delivery) {
		if (delivery.getLink() != receiver) {
			delivery.settle();
		} else if (!delivery.isPartial()) {
			try {
				Message answer = AmqpMessages.read(receiver, delivery.pending());
				delivery.disposition(Accepted.getInstance());
				delivery.settle();
				receiver.flow(1);
				answered(answer);
			} catch (DecodeException | IllegalArgumentException e) {
				whenRefused.accept(unexpected("What the hub says of the token cannot be read"));
			}
		}
	}

	private void answered(Message answer) {
		forgetTimer.run();
		ApplicationProperties properties = answer.getApplicationProperties();
		Map<String, Object> values = properties == null || properties.getValue() == null ? Map.of() : properties.getValue();
		int status = values.get("status-code") instanceof Number number ? number.intValue() : 0;
		HubTokens.Shown current = shown;
		if (current != null && status >= 200 && status < OK) {
			forgetTimer = loop.in(tokens.use(current), this::next);
			whenTaken.run();
		} else {
			whenRefused.accept(AmqpFailures.ofStatus(status, String.valueOf(values.get("status-description"))));
		}
	}

	private static ProtocolException unexpected(String text) {
		return new ProtocolException(ProtocolException.Kind.UNEXPECTED, 0, text, null);
	}

	@Override
	public void ended(HubException why) {
		forgetTimer.run();
		if (!connection.isEnded()) {
			whenRefused.accept(why);
		}
	}
}
