// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Where queries run, few at a time, beside the threads of connections. There are threads only while there are queries. */
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

	QueryThreads() {
		threads.allowCoreThreadTimeOut(true);
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
