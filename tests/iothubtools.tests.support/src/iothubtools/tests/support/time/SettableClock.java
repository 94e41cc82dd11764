// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.settings.Ticker;

/** A clock that stands still until a test moves it, and with it the time that passes. */
public class SettableClock extends Clock implements Ticker {

	private final AtomicReference<Instant> now;
	private final AtomicLong passed = new AtomicLong();

	/** One that stands where the system's is now. */
	public SettableClock() {
		this(Instant.now().truncatedTo(ChronoUnit.MILLIS));
	}

	/** One that stands at a time. */
	public SettableClock(Instant start) {
		now = new AtomicReference<>(start);
	}

	/** Time passes. */
	public void advance(Duration duration) {
		now.updateAndGet(time -> time.plus(duration));
		passed.addAndGet(duration.toNanos());
	}

	/** The clock is set to another time, while none passes. */
	public void set(Duration later) {
		now.updateAndGet(time -> time.plus(later));
	}

	@Override
	public Instant instant() {
		return now.get();
	}

	@Override
	public long nanos() {
		return passed.get();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(@Nullable ZoneId zone) {
		throw new UnsupportedOperationException();
	}
}
