// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultEffect.Break;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.faults.LinkFault.Way;
import iothubtools.localhub.internal.time.HubTimer;

/**
 * Lets messages that are sent over AMQP go wrong, which can say so, unlike MQTT.
 *
 * @param faults  the plan
 * @param timer   for delays
 */
public record FaultyTransfers(Faults faults, HubTimer timer) {

	/**
	 * Does what a message asks for, or what the plan has instead.
	 *
	 * @param operation what the plan calls it
	 * @return fails with a {@link LinkFault} when it goes wrong on purpose, else as the work does
	 */
	public <T> CompletionStage<T> run(String operation, Supplier<CompletionStage<T>> work) {
		Fault fault = faults.next(operation);
		return fault.delay().isZero() ? run(fault.effect(), work) : timer.after(fault.delay()).thenCompose(later -> run(fault.effect(), work));
	}

	private static <T> CompletionStage<T> run(@Nullable FaultEffect effect, Supplier<CompletionStage<T>> work) {
		if (effect == null) {
			return work.get();
		}
		if (effect instanceof FaultEffect.Status status) {
			return CompletableFuture.failedStage(new LinkFault(Way.REJECT, error(status)));
		}
		if (effect instanceof FaultEffect.ClockSkew) {
			return CompletableFuture.failedStage(new LinkFault(Way.REJECT, HubError.unauthorized()));
		}
		LinkFault fault = new LinkFault(effect == Break.TRUNCATE ? Way.DETACH : effect == Break.FAIL_AFTER_COMMIT ? Way.REJECT : Way.CLOSE,
				new HubError(ErrorCode.SERVER_ERROR, "A fault on purpose."));
		return effect == Break.DROP_BEFORE ? CompletableFuture.failedStage(fault) : work.get().thenApply(done -> {
			throw fault;
		});
	}

	/** By its name, or by its status. */
	private static HubError error(FaultEffect.Status status) {
		ErrorCode code = Arrays.stream(ErrorCode.values()).filter(one -> one.wireName().equals(status.errorCode())).findFirst()
				.or(() -> Arrays.stream(ErrorCode.values()).filter(one -> one.status() == status.status()).findFirst())
				.orElse(ErrorCode.SERVER_ERROR);
		return new HubError(code, "A fault on purpose: " + status.errorCode() + '.');
	}
}
