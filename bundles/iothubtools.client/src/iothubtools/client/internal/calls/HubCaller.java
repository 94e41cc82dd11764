// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import iothubtools.client.errors.HubException;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.transport.HubRequest;

/** Sends requests to one hub, as often as its retry policy allows. */
@FunctionalInterface
public interface HubCaller {

	/**
	 * Sends {@code request}.
	 *
	 * @param onRepeat hears of each failure after which the request is sent again
	 * @return a reply with a status from 200 to 299, or a failure with a {@link HubException}; cancelling it stops the
	 *         request, or the wait before the next try, at once
	 */
	CompletableFuture<HubReply> call(HubRequest request, Consumer<HubException> onRepeat);
}
