// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;

/**
 * Puts asynchronous steps together to one future whose cancellation reaches the step under way; the methods of
 * {@link CompletableFuture} itself leave that step running.
 */
public final class Steps {

	/** What follows from the result of a step. */
	@FunctionalInterface
	public interface Step<A, B> {
		/** The next step. */
		CompletableFuture<B> after(A result) throws HubException;
	}

	/** Reads the result of a step. */
	@FunctionalInterface
	public interface Reading<A, B> {
		/** What {@code result} says. */
		B read(A result) throws HubException;
	}

	/** What follows from the failure of a step. */
	@FunctionalInterface
	public interface Remedy<A> {
		/** Another way to the result; throws {@code failure} where there is none. */
		CompletableFuture<A> of(HubException failure) throws HubException;
	}

	private Steps() {
	}

	/** {@code first} and what follows from it. */
	public static <A, B> CompletableFuture<B> then(CompletableFuture<A> first, Step<A, B> next) {
		CompletableFuture<B> whole = new CompletableFuture<>();
		cancelWith(whole, first);
		first.whenComplete((result, failure) -> {
			if (failure != null) {
				whole.completeExceptionally(Blocking.unwrap(failure));
			} else if (!whole.isDone()) {
				go(whole, () -> next.after(result));
			}
		});
		return whole;
	}

	/** What {@code first} gives, read. */
	public static <A, B> CompletableFuture<B> read(CompletableFuture<A> first, Reading<A, B> reading) {
		CompletableFuture<B> whole = new CompletableFuture<>();
		cancelWith(whole, first);
		first.whenComplete((result, failure) -> {
			if (failure != null) {
				whole.completeExceptionally(Blocking.unwrap(failure));
				return;
			}
			try {
				whole.complete(reading.read(result));
			} catch (HubException | RuntimeException | Error e) {
				whole.completeExceptionally(e);
			}
		});
		return whole;
	}

	/** {@code first}, or if it fails with a {@link HubException}, what {@code remedy} finds instead. */
	public static <A> CompletableFuture<A> orElse(CompletableFuture<A> first, Remedy<A> remedy) {
		CompletableFuture<A> whole = new CompletableFuture<>();
		cancelWith(whole, first);
		first.whenComplete((result, failure) -> {
			Throwable cause = failure == null ? null : Blocking.unwrap(failure);
			if (cause instanceof HubException hub && !whole.isDone()) {
				go(whole, () -> remedy.of(hub));
			} else {
				complete(whole, result, cause);
			}
		});
		return whole;
	}

	private static <T> void go(CompletableFuture<T> whole, Start<T> start) {
		try {
			CompletableFuture<T> step = start.start();
			cancelWith(whole, step);
			step.whenComplete((result, failure) -> complete(whole, result, failure));
		} catch (HubException | RuntimeException | Error e) {
			whole.completeExceptionally(e);
		}
	}

	private static <T> void complete(CompletableFuture<T> whole, T result, @Nullable Throwable failure) {
		if (failure == null) {
			whole.complete(result);
		} else {
			whole.completeExceptionally(Blocking.unwrap(failure));
		}
	}

	private static void cancelWith(CompletableFuture<?> whole, CompletableFuture<?> step) {
		whole.whenComplete((result, failure) -> {
			if (whole.isCancelled()) {
				step.cancel(true);
			}
		});
	}

	@FunctionalInterface
	private interface Start<T> {
		CompletableFuture<T> start() throws HubException;
	}
}
