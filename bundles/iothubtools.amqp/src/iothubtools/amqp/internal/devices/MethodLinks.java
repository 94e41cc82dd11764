// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.devices.MethodHandler;
import iothubtools.amqp.internal.AmqpMessages;
import iothubtools.amqp.internal.EventLoop;
import iothubtools.client.errors.HubException;
import iothubtools.client.methods.MethodResult;

/** Answers the direct methods of a device: they come on one link, and the answers go by another (contract §8.2). On the loop's thread only. */
final class MethodLinks extends PairedLinks {

	private static final int CREDIT = 20;
	private static final int HEADERS = 256;
	private static final String NAME = "IoThub-methodname";
	private static final String STATUS = "IoThub-status";
	private static final MethodResult FAILED = new MethodResult(MethodHandler.FAILED, "null");

	private final Subscriptions waiting = new Subscriptions();
	private @Nullable MethodHandler handler;

	MethodLinks(CarriedDevice device) {
		super(device, "/methods/devicebound", "methods:", CREDIT);
	}

	void listen(MethodHandler whom, CompletableFuture<@Nullable Void> answer) {
		handler = whom;
		waiting.add(answer, isOpen());
		device().attach(this);
	}

	@Override
	boolean isWanted() {
		return handler != null;
	}

	@Override
	void bothOpened() {
		waiting.done();
	}

	@Override
	void take(Message request) {
		MethodHandler whom = handler;
		Sender by = sender();
		Object id = request.getCorrelationId();
		if (whom == null || by == null || id == null) {
			return;
		}
		String payload = new String(DeviceMessages.body(request), StandardCharsets.UTF_8);
		called(whom, String.valueOf(DeviceMessages.application(request).get(NAME)), payload.isEmpty() ? "null" : payload)
				.whenComplete((result, failure) -> device().hub().later(() -> answer(by, id, failure == null ? result : FAILED)));
	}

	private static CompletionStage<MethodResult> called(MethodHandler whom, String name, String payload) {
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
	private void answer(Sender by, Object id, MethodResult result) {
		if (sender() != by) {
			return;
		}
		Message answer = Message.Factory.create();
		answer.setCorrelationId(id);
		answer.setApplicationProperties(new ApplicationProperties(Map.of(STATUS, result.status())));
		byte[] body = result.payload().getBytes(StandardCharsets.UTF_8);
		answer.setBody(new Data(new Binary(body)));
		send(by, AmqpMessages.write(answer, body.length + HEADERS));
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
