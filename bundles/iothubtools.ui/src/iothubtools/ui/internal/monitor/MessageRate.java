// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.time.Duration;

/** How many messages come in a second, measured about once a second. */
final class MessageRate {

	private static final long SHORTEST = Duration.ofMillis(900).toNanos();

	private long lastNumber;
	private long lastTime = System.nanoTime();
	private long rate;

	/** @param next the number that the next message will have */
	MessageRate(long next) {
		lastNumber = next;
	}

	/**
	 * Looks how many have come by now.
	 *
	 * @return whether to look again in a second, as nobody says that nothing more comes
	 */
	boolean measure(long next) {
		long now = System.nanoTime();
		if (now - lastTime <= SHORTEST) {
			return false;
		}
		rate = Math.max(0, next - lastNumber) * Duration.ofSeconds(1).toNanos() / (now - lastTime);
		lastNumber = next;
		lastTime = now;
		return rate > 0;
	}

	/** Those until now are not counted. */
	void cleared(long next) {
		lastNumber = next;
	}

	long perSecond() {
		return rate;
	}
}
