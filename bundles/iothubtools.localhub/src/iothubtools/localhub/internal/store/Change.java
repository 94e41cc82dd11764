// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.MVStoreException;

import iothubtools.localhub.internal.errors.HubError;

/** A change, and who waits for it. */
final class Change<T> {

	/** The size of what changes nothing. */
	static final long READING = -1;

	final CompletableFuture<T> done = new CompletableFuture<>();
	/** How much it writes, roughly; {@link #READING} where it changes nothing. */
	final long bytes;
	private final Supplier<T> change;
	private T result;
	private @Nullable Throwable failure;

	Change(long bytes, Supplier<T> change) {
		this.bytes = bytes;
		this.change = change;
	}

	/** Does it; returns what leaves no one knows what behind, null mostly. */
	@Nullable Throwable apply() {
		try {
			result = change.get();
		} catch (MVStoreException | Error e) {
			failure = e;
			// the store or the memory, in the middle of something
			return bytes == READING && e instanceof MVStoreException ? null : e;
		} catch (RuntimeException e) {
			failure = e;
		}
		return null;
	}

	/** There is no room for it. */
	void refuse(HubError reason) {
		failure = reason;
	}

	/**
	 * Tells who waits.
	 *
	 * @param commitFailure why the commit that it was in failed; null where it did not
	 */
	void finish(@Nullable Throwable commitFailure) {
		Throwable problem = failure instanceof HubError || commitFailure == null ? failure : commitFailure;
		if (problem != null) {
			done.completeExceptionally(problem);
		} else {
			done.complete(result);
		}
	}
}
