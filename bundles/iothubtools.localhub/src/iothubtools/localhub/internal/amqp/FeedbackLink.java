// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.commands.FeedbackBatch;
import iothubtools.localhub.internal.commands.FeedbackJson;
import iothubtools.localhub.internal.commands.FeedbackQueue;

/** Tells the service side what became of its messages, batch by batch (contract §3.7). It accepts each, or releases it, and then it comes again. */
final class FeedbackLink extends QueueLink<@NonNull FeedbackBatch> implements ServiceNode {

	/** How soon to look again: a batch is ready by the time that passes, too. */
	private static final Duration PAUSE = Duration.ofMillis(500);

	private final AmqpConnection connection;
	private final FeedbackQueue feedback;
	private @Nullable Runnable forgetLook;

	FeedbackLink(AmqpConnection connection, Sender sender) {
		super(connection, sender);
		this.connection = connection;
		this.feedback = connection.hub().feedback();
	}

	@Override
	CompletionStage<Optional<FeedbackBatch>> receive() {
		return feedback.receive();
	}

	@Override
	void empty() {
		if (forgetLook == null) {
			forgetLook = connection.hub().timer().in(PAUSE, () -> connection.later(() -> {
				forgetLook = null;
				more();
			}));
		}
	}

	@Override
	String lockToken(FeedbackBatch one) {
		return one.lockToken();
	}

	@Override
	byte[] write(FeedbackBatch one) {
		Message message = Message.Factory.create();
		message.setMessageId(one.lockToken());
		message.setUserId(connection.hub().names().all().iterator().next().getBytes(StandardCharsets.UTF_8));
		message.setContentType("application/vnd.microsoft.iothub.feedback.json");
		message.setContentEncoding("utf-8");
		Map<Symbol, Object> annotations = new HashMap<>();
		annotations.put(Symbol.valueOf("iothub-enqueuedtime"), Date.from(connection.hub().timer().now()));
		message.setMessageAnnotations(new MessageAnnotations(annotations));
		message.setBody(new Data(new Binary(FeedbackJson.of(one))));
		return AmqpMessages.write(message);
	}

	@Override
	CompletionStage<Void> settle(String lockToken, @Nullable DeliveryState outcome) {
		return outcome instanceof Accepted || outcome instanceof Rejected ? feedback.complete(lockToken) : feedback.abandon(lockToken);
	}

	@Override
	void release(String lockToken) {
		feedback.release(lockToken);
	}

	@Override
	void ended() {
		Runnable forget = forgetLook;
		if (forget != null) {
			forget.run();
		}
		super.ended();
	}

	@Override
	public List<List<String>> paths() {
		return List.of(LinkAddress.OfService.FEEDBACK.path());
	}

	@Override
	public Need need() {
		return LinkAddress.OfService.FEEDBACK.need();
	}
}
