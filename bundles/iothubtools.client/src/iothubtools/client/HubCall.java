// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.internal.calls.Blocking;

/**
 * One operation on a hub, ready to go: nothing is sent before {@link #start} or {@link #await}, and each of them sends it
 * anew. Immutable and safe for use by several threads.
 *
 * @param <T> what the operation gives; {@link Void} for nothing
 */
public final class HubCall<T> {

	private final Supplier<CompletableFuture<T>> starter;

	private HubCall(Supplier<CompletableFuture<T>> starter) {
		this.starter = starter;
	}

	/** A call that is begun by {@code starter}, whose future must stop what it stands for when it is cancelled. */
	public static <T> HubCall<T> of(Supplier<CompletableFuture<T>> starter) {
		return new HubCall<>(starter);
	}

	/**
	 * Begins the operation and returns at once; thousands under way share the client's few threads.
	 *
	 * @return completes on a thread of the client, which what depends on it must not block; fails with a
	 *         {@link HubException}. Cancelling it stops the request, or the wait before the next try, at once; what the hub
	 *         has received by then it may still do
	 */
	public CompletableFuture<T> start() {
		return starter.get();
	}

	/**
	 * Begins the operation and waits for its end. Not for a UI thread, and not for a thread of the client.
	 *
	 * @throws HubException          if the hub refuses, is not reached or is not what answers
	 * @throws CancellationException within a second of {@code cancellation} being cancelled or this thread interrupted,
	 *                               which stays visible at the thread; nothing is sent if that was before
	 */
	public T await(Cancellation cancellation) throws HubException {
		cancellation.check();
		return Blocking.await(start(), cancellation);
	}
}
