// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.Steps;
import iothubtools.client.internal.calls.UnclearTries;
import iothubtools.client.internal.calls.Writes;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.internal.transport.HubRequest;

/**
 * Reads, creates, changes and deletes entries of one kind. Where the last try ended unclear, or a try before one that was
 * refused, what is there is looked at: the try may have won (contract §9.14).
 */
public final class RegistryEntries<T> {

	private static final int CONFLICT = 409;
	private static final int PRECONDITION_FAILED = 412;

	private final HubAccess hub;
	private final EntryKind<T> kind;

	public RegistryEntries(HubAccess hub, EntryKind<T> kind) {
		this.hub = hub;
		this.kind = kind;
	}

	/** The entry under {@code path}. */
	public CompletableFuture<T> get(String path) {
		return hub.send(hub.request("GET", path), kind.read());
	}

	/** Makes the entry. */
	public CompletableFuture<T> create(String path, T entry) {
		return write(path, null, entry, CONFLICT);
	}

	/** Reads the entry, changes it and writes it back under the etag it was read with. */
	public CompletableFuture<T> update(String path, UnaryOperator<T> change) {
		return Steps.then(hub.send(hub.request("GET", path)), reply -> {
			T current = kind.read().read(reply);
			String etag = kind.etag().apply(current);
			if (etag.isEmpty()) {
				// an empty If-Match would mean "create", not "update what I have read"
				throw ReplyJson.unexpected(reply, "one with an etag", null);
			}
			return write(path, etag, change.apply(current), PRECONDITION_FAILED);
		});
	}

	/** Writes the entry over the version {@code etag}. */
	public CompletableFuture<T> replace(String path, String etag, T entry) {
		return write(path, etag, entry, PRECONDITION_FAILED);
	}

	/**
	 * @param refusedAs the status by which the hub refuses a second try after a first one that won
	 */
	private CompletableFuture<T> write(String path, @Nullable String etag, T wanted, int refusedAs) {
		UnclearTries unclear = new UnclearTries();
		HubRequest.Builder request = hub.request("PUT", path).ifMatch(etag).withJson(kind.json().apply(wanted));
		return writes(path).settle(Steps.read(hub.send(request, unclear), kind.read()), unclear, refusedAs,
				existing -> kind.isLike().test(existing, wanted));
	}

	/**
	 * Deletes the entry.
	 *
	 * @param etag the version to delete, null for any
	 */
	public CompletableFuture<Void> delete(String path, @Nullable String etag) {
		UnclearTries unclear = new UnclearTries();
		HubRequest.Builder request = hub.request("DELETE", path).ifMatch(etag == null ? "*" : etag);
		return writes(path).settleDelete(Steps.read(hub.send(request, unclear), ReplyJson::nothing), unclear);
	}

	private Writes<T> writes(String path) {
		return new Writes<>(hub, () -> hub.request("GET", path), kind.read());
	}
}
