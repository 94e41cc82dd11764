// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;

/** One operation of the hub. It never blocks: what takes time completes its reply later, on whatever thread. */
@FunctionalInterface
public interface Operation {

	/**
	 * Answers a call. It never throws: whatever goes wrong is the stage's failure, a
	 * {@link iothubtools.localhub.internal.errors.HubError} for what the client is to be told.
	 */
	CompletionStage<HubReply> answer(Call call);

	/** A method that knows its reply when it returns. */
	@FunctionalInterface
	interface AtOnce {

		/** The reply to a call; may throw. */
		HubReply answer(Call call);
	}

	/** A method whose reply may come later. */
	@FunctionalInterface
	interface Later {

		/** The reply to a call; may throw before it returns, and may fail after that. */
		CompletionStage<HubReply> answer(Call call);
	}

	/** The operation of a method: what it throws has the one way out, too. */
	static Operation of(AtOnce method) {
		return of((Later) call -> CompletableFuture.completedStage(method.answer(call)));
	}

	/** The operation of a method: what it throws has the one way out, too. */
	static Operation of(Later method) {
		return call -> {
			try {
				return method.answer(call);
			} catch (RuntimeException | Error e) {
				// an error too, such as one of memory: the caller waits, and what was taken for the request has to be given back
				return CompletableFuture.failedStage(e);
			}
		};
	}
}
