// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.time;

import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.NonNullByDefault;

import iothubtools.localhub.settings.Ticker;

/**
 * Runs short actions at a time of the hub's clock, or after a while whatever that clock is set to, some milliseconds late. It
 * looks at both again and again instead of waiting for the time to come, because a clock jumps, one of tests above all.
 */
public final class HubTimer implements AutoCloseable {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");
	private static final int LOOK_MILLIS = 20;
	private static final int STOP_SECONDS = 2;

	private final Clock clock;
	private final Ticker ticker;
	private final long begin;
	private final ConcurrentSkipListMap<Due<Instant>, Runnable> times = new ConcurrentSkipListMap<>();
	/** By nanoseconds since the beginning. */
	private final ConcurrentSkipListMap<Due<Long>, Runnable> durations = new ConcurrentSkipListMap<>();
	private final AtomicLong numbers = new AtomicLong();
	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
		Thread looking = new Thread(task, "Local IoT Hub: timer");
		looking.setDaemon(true);
		return looking;
	});

	/** With the hub's time. */
	public HubTimer(Clock clock) {
		this.clock = clock;
		this.ticker = Ticker.of(clock);
		this.begin = ticker.nanos();
		thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
	}

	/** The hub's time. */
	public Instant now() {
		return clock.instant();
	}

	/**
	 * Runs an action at a time of the clock, soon when that is past.
	 *
	 * @param action never blocks
	 * @return what forgets the action when it is not wanted any more; does nothing when it ran
	 */
	public Runnable at(Instant time, Runnable action) {
		return add(times, time, action);
	}

	/** The same after so long, whatever the clock is set to meanwhile. */
	public Runnable in(Duration duration, Runnable action) {
		return add(durations, passed() + duration.toNanos(), action);
	}

	/** Completes after so long, whatever the clock is set to meanwhile. */
	public CompletionStage<Void> after(Duration duration) {
		CompletableFuture<Void> passed = new CompletableFuture<>();
		in(duration, () -> passed.complete(null));
		return passed;
	}

	private <T extends Comparable<T>> Runnable add(ConcurrentSkipListMap<Due<T>, Runnable> actions, T time, Runnable action) {
		Due<T> due = new Due<>(time, numbers.incrementAndGet());
		actions.put(due, action);
		return () -> actions.remove(due);
	}

	private long passed() {
		return ticker.nanos() - begin;
	}

	private void look() {
		look(durations, passed());
		look(times, clock.instant());
	}

	private static <T extends Comparable<T>> void look(ConcurrentSkipListMap<Due<T>, Runnable> actions, T now) {
		Map.Entry<Due<T>, Runnable> first = actions.firstEntry();
		while (first != null && first.getKey().time().compareTo(now) <= 0) {
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
		durations.clear();
		times.clear();
		try {
			thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** When, and in which order at the same time. */
	private record Due<T extends Comparable<T>>(T time, long number) implements Comparable<Due<T>> {

		@Override
		@NonNullByDefault({}) // as in Comparable
		public int compareTo(Due<T> other) {
			int byTime = time.compareTo(other.time);
			return byTime != 0 ? byTime : Long.compare(number, other.number);
		}
	}
}
