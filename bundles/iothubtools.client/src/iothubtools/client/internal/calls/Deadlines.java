// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends what takes too long, to a tenth of a second. One look at all that is under way is much cheaper than a timer for
 * each, of which hardly any ever goes off.
 */
final class Deadlines {

	/** One thing under way. */
	final class Deadline {

		private final long end;
		private final Runnable over;

		private Deadline(long end, Runnable over) {
			this.end = end;
			this.over = over;
		}

		/** It has ended by itself. */
		void close() {
			pending.remove(this);
		}
	}

	private static final long INTERVAL = 100;

	private final ScheduledExecutorService timer;
	private final Set<Deadline> pending = ConcurrentHashMap.newKeySet();
	private final AtomicBoolean looking = new AtomicBoolean();

	Deadlines(ScheduledExecutorService timer) {
		this.timer = timer;
	}

	/**
	 * Runs {@code over} after {@code time} unless the deadline is closed before.
	 *
	 * @throws RejectedExecutionException if the timer is shut down
	 */
	Deadline in(Duration time, Runnable over) {
		Deadline deadline = new Deadline(System.nanoTime() + time.toNanos(), over);
		pending.add(deadline);
		lookLater();
		return deadline;
	}

	private void lookLater() {
		if (!looking.get() && looking.compareAndSet(false, true)) {
			timer.schedule(this::look, INTERVAL, TimeUnit.MILLISECONDS);
		}
	}

	private void look() {
		// before it looks: what is added while it does must not be left without another look
		looking.set(false);
		long now = System.nanoTime();
		for (Deadline deadline : pending) {
			if (deadline.end - now <= 0 && pending.remove(deadline)) {
				deadline.over.run();
			}
		}
		if (!pending.isEmpty()) {
			lookLater();
		}
	}
}
