// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultEffect.Break;
import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.messages.MessageSink;
import iothubtools.localhub.internal.messages.SentMessage;
import iothubtools.localhub.internal.time.HubTimer;

/**
 * Lets device-to-cloud messages of MQTT go wrong. MQTT knows no errors: whatever the effect, the connection ends without an
 * acknowledgement, before or after the message is kept.
 *
 * @param faults  the plan
 * @param timer   for delays
 * @param sink    where the messages go
 */
public record FaultyMessages(Faults faults, HubTimer timer, MessageSink sink) implements MessageSink {

	private static final String OPERATION = "SendDeviceEvent";

	@Override
	public CompletionStage<Long> accept(ClientId sender, List<SentMessage> batch, Caller caller) {
		Fault fault = faults.next(OPERATION);
		return fault.delay().isZero() ? send(sender, batch, caller, fault.effect())
				: timer.after(fault.delay()).thenCompose(later -> send(sender, batch, caller, fault.effect()));
	}

	private CompletionStage<Long> send(ClientId sender, List<SentMessage> batch, Caller caller,
			@Nullable FaultEffect effect) {
		if (effect == null) {
			return sink.accept(sender, batch, caller);
		}
		if (effect instanceof Break way && way != Break.DROP_BEFORE) {
			return sink.accept(sender, batch, caller).thenApply(kept -> {
				throw failure();
			});
		}
		return CompletableFuture.failedStage(failure());
	}

	private static HubError failure() {
		return new HubError(ErrorCode.SERVER_ERROR, "A fault on purpose.");
	}
}
