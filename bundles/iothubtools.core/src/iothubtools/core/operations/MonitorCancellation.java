// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;

import iothubtools.client.calls.Cancellation;

/**
 * Carries a progress monitor's cancel button to the client. Monitors cannot be listened to, so one shared thread looks
 * at the running ones ten times a second.
 */
final class MonitorCancellation implements AutoCloseable {

	private static final long PERIOD_MILLIS = 100;
	private static final ScheduledExecutorService WATCH = watch();

	private final Cancellation token = new Cancellation();
	private final Future<?> watch;

	MonitorCancellation(IProgressMonitor monitor) {
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

	Cancellation token() {
		return token;
	}

	@Override
	public void close() {
		watch.cancel(false);
	}
}
