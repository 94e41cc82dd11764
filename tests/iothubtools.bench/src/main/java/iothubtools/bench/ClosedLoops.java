// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Several loops at once, each of which makes its next call when the one before is answered. */
final class ClosedLoops {

	private final IntFunction<CompletionStage<?>> call;
	private final long deadline;
	private final AtomicLong done = new AtomicLong();

	private ClosedLoops(IntFunction<CompletionStage<?>> call, long deadline) {
		this.call = call;
		this.deadline = deadline;
	}

	/**
	 * Runs them until the time is over.
	 *
	 * @param call what loop number so and so does
	 * @return how many calls were answered
	 * @throws ExecutionException when one failed: then the figures mean nothing
	 */
	static long run(int loops, long nanos, IntFunction<CompletionStage<?>> call)
			throws InterruptedException, ExecutionException {
		ClosedLoops all = new ClosedLoops(call, System.nanoTime() + nanos);
		CompletableFuture<?>[] ends = new CompletableFuture<?>[loops];
		for (int i = 0; i < loops; i++) {
			ends[i] = new CompletableFuture<>();
			all.next(i, ends[i]);
		}
		CompletableFuture.allOf(ends).get();
		return all.done.get();
	}

	private void next(int loop, CompletableFuture<?> end) {
		call.apply(loop).whenComplete((reply, failure) -> {
			if (failure != null) {
				end.completeExceptionally(failure);
				return;
			}
			done.incrementAndGet();
			if (System.nanoTime() < deadline) {
				next(loop, end);
			} else {
				end.complete(null);
			}
		});
	}
}
