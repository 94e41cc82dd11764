// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.settings;

import java.time.Clock;

/**
 * What durations are measured by: it goes forward only and does not care what a clock is set to. The clock of a hub's settings may
 * be one as well, as a clock of tests that they move has to be.
 */
@FunctionalInterface
public interface Ticker {

	/** Nanoseconds since some moment, as {@link System#nanoTime()} has them: only differences mean something. */
	long nanos();

	/** That of a clock which is one, else that of the system. */
	static Ticker of(Clock clock) {
		return clock instanceof Ticker ticker ? ticker : System::nanoTime;
	}
}
