// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.throttling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.messages.MessageSink;
import iothubtools.localhub.internal.messages.SentMessage;
import iothubtools.localhub.internal.operation.ThrottleClass;
import iothubtools.localhub.internal.time.HubTimer;

/**
 * Keeps device-to-cloud messages to their rate and to the day's.
 *
 * @param throttles  the rates
 * @param timer      for what has to wait
 * @param sink       where they go then
 */
public record ThrottledMessages(Throttles throttles, HubTimer timer, MessageSink sink) implements MessageSink {

	@Override
	public CompletionStage<Long> accept(ClientId sender, List<SentMessage> batch, Caller caller) {
		if (throttles.areOff()) {
			return sink.accept(sender, batch, caller);
		}
		Duration wait = throttles.admit(ThrottleClass.DEVICE_TO_CLOUD, batch.size());
		batch.forEach(message -> throttles.countMessage(message.size()));
		return wait.isZero() ? sink.accept(sender, batch, caller)
				: timer.after(wait).thenCompose(later -> sink.accept(sender, batch, caller));
	}
}
