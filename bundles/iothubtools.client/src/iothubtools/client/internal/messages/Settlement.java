// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.messages;

import java.util.concurrent.CompletableFuture;

import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.Steps;
import iothubtools.client.internal.calls.UnclearTries;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.internal.transport.HubRequest;

/**
 * Ends the lock of something received. Where a try ended unclear, a lost lock on the next one only shows that the earlier
 * try won.
 */
public final class Settlement {

	private static final int PRECONDITION_FAILED = 412;

	private Settlement() {
	}

	/** Sends a request that ends a lock. */
	public static CompletableFuture<Void> send(HubAccess hub, HubRequest.Builder request) {
		UnclearTries unclear = new UnclearTries();
		return Steps.orElse(Steps.read(hub.send(request, unclear), ReplyJson::nothing), refusal -> {
			if (unclear.mayExplain(refusal, PRECONDITION_FAILED)) {
				return CompletableFuture.completedFuture(null);
			}
			throw refusal;
		});
	}
}
