// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.internal.transport.DaemonThreads;

/** Waits for what runs asynchronously underneath. */
public final class Blocking {

	private Blocking() {
	}

	/**
	 * The result of {@code future}.
	 *
	 * @param cancellation cancels the future
	 * @throws IllegalStateException on a thread of the client, where the wait might never end; even if it need not wait this time
	 * @throws HubException          the future failed with
	 * @throws CancellationException if it was cancelled, or this thread interrupted, which stays visible at the thread
	 */
	public static <T> T await(CompletableFuture<T> future, Cancellation cancellation) throws HubException {
		if (DaemonThreads.isCurrent()) {
			future.cancel(true);
			throw new IllegalStateException("A thread of the client must not wait: use start() instead of await()");
		}
		try (Cancellation.Registration registration = cancellation.onCancel(() -> future.cancel(true))) {
			return future.get();
		} catch (InterruptedException e) {
			future.cancel(true);
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted");
		} catch (ExecutionException e) {
			throw rethrow(unwrap(e));
		}
	}

	/** The failure itself, without the wrappers futures put around it. */
	public static Throwable unwrap(Throwable failure) {
		Throwable inner = failure;
		while ((inner instanceof ExecutionException || inner instanceof CompletionException)
				&& inner.getCause() != null) {
			inner = inner.getCause();
		}
		return inner;
	}

	private static RuntimeException rethrow(Throwable failure) throws HubException {
		if (failure instanceof HubException hub) {
			throw hub;
		}
		if (failure instanceof RuntimeException runtime) {
			throw runtime;
		}
		if (failure instanceof Error error) {
			throw error;
		}
		throw new IllegalStateException(failure);
	}
}
