// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
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

	/**
	 * What goes wrong with something that a connection does by itself, on its own thread.
	 *
	 * @param before what happens instead; null for nothing
	 * @param after  what happens when it is done; null for nothing
	 */
	public record Planned(@Nullable LinkFault before, @Nullable LinkFault after) {

		private static final Planned NOTHING = new Planned(null, null);
	}

	/**
	 * What the plan has for the next of these operations.
	 *
	 * @param later gets it, on any thread, when the operation is to be later
	 * @return null when it is to be later
	 */
	public @Nullable Planned plan(String operation, Consumer<Planned> later) {
		Fault fault = faults.next(operation);
		FaultEffect effect = fault.effect();
		LinkFault wrong = effect == null ? null : fault(effect);
		boolean first = !(effect instanceof Break way) || way == Break.DROP_BEFORE;
		Planned planned = wrong == null ? Planned.NOTHING : first ? new Planned(wrong, null) : new Planned(null, wrong);
		if (fault.delay().isZero()) {
			return planned;
		}
		timer.after(fault.delay()).thenAccept(now -> later.accept(planned));
		return null;
	}

	private static <T> CompletionStage<T> run(@Nullable FaultEffect effect, Supplier<CompletionStage<T>> work) {
		if (effect == null) {
			return work.get();
		}
		LinkFault fault = fault(effect);
		return !(effect instanceof Break) || effect == Break.DROP_BEFORE ? CompletableFuture.failedStage(fault) : work.get().thenApply(done -> {
			throw fault;
		});
	}

	private static LinkFault fault(FaultEffect effect) {
		if (effect instanceof FaultEffect.Status status) {
			return new LinkFault(Way.REJECT, error(status));
		}
		if (effect instanceof FaultEffect.ClockSkew) {
			return new LinkFault(Way.REJECT, HubError.unauthorized());
		}
		return new LinkFault(effect == Break.TRUNCATE ? Way.DETACH : effect == Break.FAIL_AFTER_COMMIT ? Way.REJECT : Way.CLOSE,
				new HubError(ErrorCode.SERVER_ERROR, "A fault on purpose."));
	}

	/** By its name, or by its status. */
	private static HubError error(FaultEffect.Status status) {
		ErrorCode code = Arrays.stream(ErrorCode.values()).filter(one -> one.wireName().equals(status.errorCode())).findFirst()
				.or(() -> Arrays.stream(ErrorCode.values()).filter(one -> one.status() == status.status()).findFirst())
				.orElse(ErrorCode.SERVER_ERROR);
		return new HubError(code, "A fault on purpose: " + status.errorCode() + '.');
	}
}
