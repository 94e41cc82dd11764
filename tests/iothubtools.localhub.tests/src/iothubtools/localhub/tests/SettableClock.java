// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
final class SettableClock extends Clock {

	private final AtomicReference<Instant> now = new AtomicReference<>(
			Instant.now().truncatedTo(ChronoUnit.MILLIS));

	void advance(Duration duration) {
		now.updateAndGet(time -> time.plus(duration));
	}

	@Override
	public Instant instant() {
		return now.get();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}
}
