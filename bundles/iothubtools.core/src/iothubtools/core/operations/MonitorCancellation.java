// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;

import iothubtools.client.calls.Cancellation;

/**
 * Carries a progress monitor's cancel button to the client, where there is no {@link CancellableJob}, as in a dialog. Monitors cannot be listened
 * to, so one shared thread looks at the running ones ten times a second.
 */
public final class MonitorCancellation implements AutoCloseable {

	private static final long PERIOD_MILLIS = 100;
	private static final ScheduledExecutorService WATCH = watch();

	private final Cancellation token = new Cancellation();
	private final Future<?> watch;

	/** Looks at it from now on. */
	public MonitorCancellation(IProgressMonitor monitor) {
		watch = WATCH.scheduleWithFixedDelay(() -> {
			if (monitor.isCanceled()) {
				token.cancel();
			}
		}, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
	}

	private static ScheduledExecutorService watch() {
		ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
			Thread thread = new Thread(task, "IoT Hub cancellation watch");
			thread.setDaemon(true);
			return thread;
		});
		watch.setRemoveOnCancelPolicy(true);
		// no thread while nothing runs
		watch.setKeepAliveTime(1, TimeUnit.SECONDS);
		watch.allowCoreThreadTimeOut(true);
		return watch;
	}

	/** Is cancelled soon after the monitor. */
	public Cancellation token() {
		return token;
	}

	@Override
	public void close() {
		watch.cancel(false);
	}
}
