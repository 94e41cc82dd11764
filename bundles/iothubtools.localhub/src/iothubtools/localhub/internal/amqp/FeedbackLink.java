// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.commands.FeedbackBatch;
import iothubtools.localhub.internal.commands.FeedbackJson;
import iothubtools.localhub.internal.commands.FeedbackQueue;

/**
 * Tells the service side what became of its messages, batch by batch (contract §3.7). It accepts each, or releases it, and then it comes
 * again; what it does not settle before the link ends does so, too.
 */
final class FeedbackLink extends LinkNode implements ServiceNode {

	/** How soon to look again: a batch is ready by the time that passes, too. */
	private static final Duration PAUSE = Duration.ofMillis(500);

	private final AmqpConnection connection;
	private final Sender sender;
	private final FeedbackQueue feedback;
	private final Map<Delivery, String> unsettled = new HashMap<>();
	private boolean receiving;
	private @Nullable Runnable forgetLook;

	FeedbackLink(AmqpConnection connection, Sender sender) {
		super(sender);
		this.connection = connection;
		this.sender = sender;
		this.feedback = connection.hub().feedback();
	}

	@Override
	void opened() {
		more();
	}

	@Override
	void flow() {
		more();
	}

	@Override
	void more() {
		if (!receiving && connection.isOpen(sender) && connection.mayWrite() && sender.getCredit() > 0) {
			receiving = true;
			connection.whenDone(feedback.receive(), (next, failure) -> {
				receiving = false;
				if (failure == null && next != null && next.isPresent()) {
					send(next.get());
					more();
				} else if (connection.isOpen(sender)) {
					if (sender.getDrain()) {
						sender.drained();
					}
					lookAgain();
				}
			});
		}
	}

	private void lookAgain() {
		if (forgetLook == null) {
			forgetLook = connection.hub().timer().in(PAUSE, () -> connection.later(() -> {
				forgetLook = null;
				more();
			}));
		}
	}

	private void send(FeedbackBatch batch) {
		if (!connection.isOpen(sender) || sender.getCredit() <= 0) {
			feedback.release(batch.lockToken());
			return;
		}
		Message message = Message.Factory.create();
		message.setMessageId(batch.lockToken());
		message.setUserId(connection.hub().names().all().iterator().next().getBytes(StandardCharsets.UTF_8));
		message.setContentType("application/vnd.microsoft.iothub.feedback.json");
		message.setContentEncoding("utf-8");
		Map<Symbol, Object> annotations = new HashMap<>();
		annotations.put(Symbol.valueOf("iothub-enqueuedtime"), Date.from(connection.hub().timer().now()));
		message.setMessageAnnotations(new MessageAnnotations(annotations));
		message.setBody(new Data(new Binary(FeedbackJson.of(batch))));
		boolean settled = sender.getRemoteSenderSettleMode() == SenderSettleMode.SETTLED;
		Delivery delivery = AmqpMessages.send(sender, batch.lockToken().replace("-", "").getBytes(StandardCharsets.UTF_8),
				AmqpMessages.write(message), settled);
		if (settled) {
			feedback.complete(batch.lockToken());
		} else {
			unsettled.put(delivery, batch.lockToken());
		}
	}

	@Override
	void delivery(Delivery delivery) {
		DeliveryState outcome = delivery.getRemoteState();
		if (outcome == null && !delivery.remotelySettled()) {
			return;
		}
		String lockToken = unsettled.remove(delivery);
		if (lockToken == null) {
			delivery.settle();
			return;
		}
		CompletionStage<Void> done = outcome instanceof Accepted || outcome instanceof Rejected ? feedback.complete(lockToken)
				: feedback.abandon(lockToken);
		connection.whenDone(done, (nothing, failure) -> {
			if (connection.isOpen(sender)) {
				delivery.disposition(outcome);
				delivery.settle();
				more();
			}
		});
	}

	@Override
	void ended() {
		Runnable forget = forgetLook;
		if (forget != null) {
			forget.run();
		}
		unsettled.values().forEach(feedback::release);
		unsettled.clear();
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
