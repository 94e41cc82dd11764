// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.transport.HubRequest;

/**
 * Finds out what became of a write that failed after a try which may have worked (contract §9.14), by looking at what is
 * there. Where that fails too, the failure says that the outcome is not known.
 *
 * @param hub     the hub
 * @param lookUp  the request for what is there
 * @param reading reads its reply
 */
public record Writes<T>(HubAccess hub, Supplier<HubRequest.Builder> lookUp, Steps.Reading<HubReply, T> reading) {

	private static final int NOT_FOUND = 404;

	/**
	 * What was written, where that can be found out.
	 *
	 * @param sent      the write with all its tries, of which {@code unclear} heard
	 * @param refusedAs the status by which the hub refuses a second try after a first one that won
	 * @param isWritten whether what is there is what was to be written
	 */
	public CompletableFuture<T> settle(CompletableFuture<T> sent, UnclearTries unclear, int refusedAs,
			Predicate<T> isWritten) {
		return Steps.orElse(sent, failure -> {
			if (!UnclearTries.isUnclear(failure) && !unclear.mayExplain(failure, refusedAs)) {
				throw failure;
			}
			CompletableFuture<T> found = Steps.read(look(failure), existing -> {
				if (isWritten.test(existing)) {
					return existing;
				}
				throw failure;
			});
			return Steps.orElse(found, other -> {
				throw other == failure || isNotFound(other) ? failure : failure.asUnclear();
			});
		});
	}

	/** Completes if something was deleted, where that can be found out; {@code unclear} heard of the tries. */
	public CompletableFuture<Void> settleDelete(CompletableFuture<Void> sent, UnclearTries unclear) {
		return Steps.orElse(sent, failure -> {
			if (unclear.mayExplain(failure, NOT_FOUND)) {
				return CompletableFuture.completedFuture(null);
			}
			if (!UnclearTries.isUnclear(failure)) {
				throw failure;
			}
			CompletableFuture<Void> found = Steps.read(look(failure), existing -> {
				throw failure;
			});
			return Steps.orElse(found, other -> {
				if (isNotFound(other)) {
					return CompletableFuture.completedFuture(null);
				}
				throw other == failure ? failure : failure.asUnclear();
			});
		});
	}

	/** As often as any request after a refusal; after a last try, which used up the patience there was, once. */
	private CompletableFuture<T> look(HubException failure) {
		HubRequest.Builder request = lookUp.get();
		return hub.send(UnclearTries.isUnclear(failure) ? request.once() : request, reading);
	}

	private static boolean isNotFound(HubException failure) {
		return failure instanceof ServiceException service && service.status() == NOT_FOUND;
	}
}
