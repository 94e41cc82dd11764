// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.util.concurrent.CompletableFuture;

import iothubtools.client.internal.auth.TokenSource;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.transport.HubRequest;

/**
 * The way to one hub in one role.
 *
 * @param caller sends requests to the hub
 * @param tokens proves the role
 */
public record HubAccess(HubCaller caller, TokenSource tokens) {

	/** A request in this role; {@code path} is encoded. */
	public HubRequest.Builder request(String method, String path) {
		return HubRequest.of(method, path, tokens);
	}

	/** A request with further parameters, encoded, in this role. */
	public HubRequest.Builder request(String method, String path, String query) {
		return HubRequest.of(method, path, query, tokens);
	}

	/** Sends a request of which repeats do not matter. */
	public CompletableFuture<HubReply> send(HubRequest.Builder request) {
		return caller.call(request.build(), failure -> {
			// repeats do not matter
		});
	}

	/** Sends a request of which repeats may matter. */
	public CompletableFuture<HubReply> send(HubRequest.Builder request, UnclearTries unclear) {
		return caller.call(request.build(), unclear::add);
	}

	/** Sends a request and reads its reply. */
	public <T> CompletableFuture<T> send(HubRequest.Builder request, Steps.Reading<HubReply, T> reading) {
		return Steps.read(send(request), reading);
	}
}
