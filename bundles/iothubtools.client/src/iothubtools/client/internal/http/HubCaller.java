// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.http;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import iothubtools.client.Cancellation;
import iothubtools.client.errors.HubException;

/** Sends requests to one hub, as often as its retry policy allows. */
public interface HubCaller {

	/**
	 * Sends {@code request}.
	 *
	 * @param onRepeat hears of each failure after which the request is sent again
	 * @return a reply with a status from 200 to 299, or a failure with a {@link HubException}; cancelling it stops the
	 *         request, or the wait before the next try, at once
	 */
	CompletableFuture<HubReply> call(HubRequest request, Consumer<HubException> onRepeat);

	/**
	 * Sends {@code request} and waits for the reply.
	 *
	 * @param onRepeat hears of each failure after which the request is sent again
	 * @throws CancellationException if it was cancelled; nothing is sent if that was before
	 */
	default HubReply await(HubRequest request, Consumer<HubException> onRepeat, Cancellation cancellation)
			throws HubException {
		cancellation.check();
		return Blocking.await(call(request, onRepeat), cancellation);
	}

	/** Sends {@code request}, of which repeats do not matter, and waits for the reply. */
	default HubReply await(HubRequest request, Cancellation cancellation) throws HubException {
		return await(request, failure -> {
			// repeats do not matter
		}, cancellation);
	}
}
