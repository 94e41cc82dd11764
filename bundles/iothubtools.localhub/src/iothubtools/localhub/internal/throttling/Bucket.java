// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.throttling;

import java.time.Duration;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.settings.Ticker;

/** A bucket of tokens that fills at a steady rate, up to what one window has. What goes beyond may queue. */
final class Bucket {

	private final double capacity;
	private final double perNano;
	private final Ticker ticker;
	private double tokens;
	private long filled;

	/** A full one. */
	Bucket(double capacity, Duration window, Ticker ticker) {
		this.capacity = capacity;
		this.perNano = capacity / window.toNanos();
		this.ticker = ticker;
		this.tokens = capacity;
		this.filled = ticker.nanos();
	}

	/**
	 * Takes tokens, in advance if need be.
	 *
	 * @param longest how long one may have to wait for them
	 * @return how long to wait; null when that is too long, and nothing was taken
	 */
	synchronized @Nullable Duration take(double cost, Duration longest) {
		long now = ticker.nanos();
		tokens = Math.min(capacity, tokens + (now - filled) * perNano);
		filled = now;
		// what is larger than the bucket waits for a full one
		double lacking = Math.max(0, Math.min(cost, capacity) - tokens);
		Duration wait = Duration.ofNanos((long) (lacking / perNano));
		if (wait.compareTo(longest) > 0) {
			return null;
		}
		tokens -= cost;
		return wait;
	}
}
