// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.time;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One thread for work that nobody waits for and that takes longer than a request may: looking through all devices. It never
 * waits for anything itself.
 */
public final class Background implements AutoCloseable {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");
	private static final int PATIENCE_SECONDS = 10;

	private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
		Thread working = new Thread(task, "Local IoT Hub: background");
		working.setDaemon(true);
		return working;
	});

	/** Runs it after all before it; not at all when this is closed. */
	public void execute(Runnable task) {
		try {
			thread.execute(() -> run(task));
		} catch (RejectedExecutionException e) {
			// the hub is closing: what is left to do is kept in the store and done after the next start
		}
	}

	private void run(Runnable task) {
		// what waits is not worth waiting for when the hub closes
		if (!thread.isShutdown()) {
			try {
				task.run();
			} catch (RuntimeException e) {
				LOG.log(Level.ERROR, "What the local hub did in the background failed", e);
			}
		}
	}

	/** Lets what runs come to its end; what waits does not begin. */
	@Override
	public void close() {
		thread.shutdown();
		try {
			thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
