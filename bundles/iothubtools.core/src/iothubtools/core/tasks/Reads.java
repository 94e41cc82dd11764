// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.HubCall;
import iothubtools.client.errors.HubException;

/** Reads the same of several devices, all at the same time, where the service has no call for several (contract §3.1). */
public final class Reads {

	/** How many are read at a time at most: as many as are in one bulk call. */
	public static final int AT_A_TIME = 100;

	/** What came of one device: what was read, or why it was not. */
	public record Read<T>(String id, @Nullable T value, @Nullable HubException failure) {

		/** The id; what was read may be secret. */
		@Override
		public String toString() {
			return id;
		}
	}

	private Reads() {
	}

	/**
	 * A call that gives what came of each, in the order given; it fails for no hub's failure. Its cancel ends them all.
	 *
	 * @param ids  at most {@link #AT_A_TIME}
	 * @param call what reads one
	 */
	public static <T> HubCall<List<Read<T>>> of(List<String> ids, Function<String, HubCall<T>> call) {
		return HubCall.of(() -> start(ids, call));
	}

	private static <T> CompletableFuture<List<Read<T>>> start(List<String> ids, Function<String, HubCall<T>> call) {
		List<CompletableFuture<T>> calls = ids.stream().map(id -> call.apply(id).start()).toList();
		List<CompletableFuture<Read<T>>> reads = IntStream.range(0, ids.size()).mapToObj(i -> read(ids.get(i), calls.get(i))).toList();
		CompletableFuture<List<Read<T>>> all = CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
				.thenApply(nothing -> reads.stream().map(CompletableFuture::join).toList());
		// a cancel does not go backwards by itself
		all.whenComplete((some, failure) -> calls.forEach(each -> each.cancel(true)));
		return all;
	}

	private static <T> CompletableFuture<Read<T>> read(String id, CompletableFuture<T> call) {
		return call.handle((value, failure) -> {
			Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : failure;
			if (cause == null) {
				return new Read<>(id, value, null);
			} else if (cause instanceof HubException hub) {
				return new Read<>(id, null, hub);
			}
			throw new CompletionException(cause);
		});
	}
}
