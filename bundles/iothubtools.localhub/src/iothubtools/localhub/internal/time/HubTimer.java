// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.time;

import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs short actions when the hub's clock reaches their time, some milliseconds late. It looks at the clock again and again
 * instead of waiting for the time to come, because a clock of tests jumps.
 */
public final class HubTimer implements AutoCloseable {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");
	private static final int LOOK_MILLIS = 20;
	private static final int STOP_SECONDS = 2;

	private final Clock clock;
	private final ConcurrentSkipListMap<Due, Runnable> actions = new ConcurrentSkipListMap<>(
			Comparator.comparing(Due::time).thenComparing(Due::number));
	private final AtomicLong numbers = new AtomicLong();
	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
		Thread looking = new Thread(task, "Local IoT Hub: timer");
		looking.setDaemon(true);
		return looking;
	});

	/** With the hub's time. */
	public HubTimer(Clock clock) {
		this.clock = clock;
		thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
	}

	/** The hub's time. */
	public Instant now() {
		return clock.instant();
	}

	/**
	 * Runs an action at a time, soon when that is past.
	 *
	 * @param action never blocks
	 * @return what forgets the action when it is not wanted any more; does nothing when it ran
	 */
	public Runnable at(Instant time, Runnable action) {
		Due due = new Due(time, numbers.incrementAndGet());
		actions.put(due, action);
		return () -> actions.remove(due);
	}

	/** Completes after so long by the hub's clock. */
	public CompletionStage<Void> after(Duration duration) {
		CompletableFuture<Void> passed = new CompletableFuture<>();
		at(clock.instant().plus(duration), () -> passed.complete(null));
		return passed;
	}

	private void look() {
		Instant now = clock.instant();
		Map.Entry<Due, Runnable> first = actions.firstEntry();
		while (first != null && !first.getKey().time().isAfter(now)) {
			// whoever takes it out may run it or forget it, not both
			if (actions.remove(first.getKey()) != null) {
				run(first.getValue());
			}
			first = actions.firstEntry();
		}
	}

	private static void run(Runnable action) {
		try {
			action.run();
		} catch (RuntimeException | Error e) {
			// an error too: it would end all looking
			LOG.log(Level.ERROR, "What the local hub had to do at a set time failed", e);
		}
	}

	/** Forgets all actions and waits for the one that runs. */
	@Override
	public void close() {
		thread.shutdown();
		actions.clear();
		try {
			thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** When, and in which order at the same time. */
	private record Due(Instant time, long number) {
	}
}
