// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;

import iothubtools.localhub.internal.exchange.CallerPresence;
import iothubtools.localhub.settings.Ticker;

/**
 * Where queries and other long reads run, few at a time, beside the threads of connections; the others wait for their turn. There
 * are threads only while there is something to read.
 */
final class QueryThreads implements Executor, AutoCloseable {

	private static final int THREADS = 2;
	private static final int IDLE_SECONDS = 5;
	private static final int LONGEST_SECONDS = 30;

	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), work -> {
				Thread thread = new Thread(work, "Local IoT Hub: query");
				thread.setDaemon(true);
				return thread;
			});
	private final Ticker ticker;

	/** With what is looked at to see how long reads take. */
	QueryThreads(Ticker ticker) {
		this.ticker = ticker;
		threads.allowCoreThreadTimeOut(true);
	}

	/**
	 * Reads when it is its turn. One whose caller is gone by then is not begun, and none goes on when its caller goes or when it
	 * takes too long.
	 *
	 * @param read asks the check it gets at each row
	 */
	<T> CompletionStage<T> read(CallerPresence caller, Function<RowCheck, T> read) {
		CompletableFuture<T> result = new CompletableFuture<>();
		Runnable turn = () -> result.completeAsync(() -> {
			ReadLimit limit = new ReadLimit(caller, ticker);
			limit.check();
			return read.apply(limit);
		}, Runnable::run);
		threads.execute(turn);
		Runnable forget = caller.atEnd(() -> {
			if (threads.remove(turn)) {
				result.completeExceptionally(ReadLimit.abandoned());
			}
		});
		result.whenComplete((done, failure) -> forget.run());
		return result;
	}

	@Override
	@NonNullByDefault({}) // as in Executor
	public void execute(Runnable work) {
		threads.execute(work);
	}

	/** Drops what waits and lets what runs end. It is not interrupted: that would close the store's file. */
	@Override
	public void close() {
		threads.getQueue().clear();
		threads.shutdown();
		try {
			threads.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
