// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.twins;

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.HubPaths;
import iothubtools.client.internal.calls.Steps;
import iothubtools.client.internal.calls.UnclearTries;
import iothubtools.client.internal.calls.Writes;
import iothubtools.client.internal.transport.HubRequest;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;

/** Writes twins. Where a try ended unclear, the last one or one before a stale etag, the twin is looked at: it may have won. */
public final class TwinWrites {

	private static final int PRECONDITION_FAILED = 412;

	private final HubAccess hub;

	public TwinWrites(HubAccess hub) {
		this.hub = hub;
	}

	/** The twin as it is now. */
	public CompletableFuture<Twin> get(ClientId id) {
		return hub.send(reading(id), TwinJson::read);
	}

	/** Merges {@code patch} into the twin. */
	public CompletableFuture<Twin> patch(ClientId id, TwinPatch patch, @Nullable String etag) {
		return write("PATCH", id, patch.toJson(), etag, twin -> WrittenTwin.has(twin, patch));
	}

	/** Replaces tags and desired properties. */
	public CompletableFuture<Twin> replace(ClientId id, TwinContent content, @Nullable String etag) {
		return write("PUT", id, content.toJson(), etag, twin -> WrittenTwin.is(twin, content));
	}

	private CompletableFuture<Twin> write(String method, ClientId id, String json, @Nullable String etag,
			Predicate<Twin> isWritten) {
		UnclearTries unclear = new UnclearTries();
		HubRequest.Builder request = hub.request(method, HubPaths.twin(id)).ifMatch(etag).withJson(json)
				.maxReply(HubRequest.MAX_TWIN);
		return new Writes<>(hub, () -> reading(id), TwinJson::read)
				.settle(Steps.read(hub.send(request, unclear), TwinJson::read), unclear, PRECONDITION_FAILED, isWritten);
	}

	private HubRequest.Builder reading(ClientId id) {
		return hub.request("GET", HubPaths.twin(id)).maxReply(HubRequest.MAX_TWIN);
	}
}
