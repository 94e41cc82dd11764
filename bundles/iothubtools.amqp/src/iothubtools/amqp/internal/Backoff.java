// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: longer after each that failed, and never as long as everybody else. */
public final class Backoff {

	private static final long FIRST_MILLIS = 500;
	private static final int MOST_DOUBLINGS = 6;
	/** Who starts a hub on this machine waits for it. */
	private static final int MOST_DOUBLINGS_HERE = 2;

	private final int most;
	private int failures;

	private Backoff(int most) {
		this.most = most;
	}

	/** For tries to reach a host. */
	public static Backoff towards(String host) {
		return new Backoff(AzureClouds.isHere(host) ? MOST_DOUBLINGS_HERE : MOST_DOUBLINGS);
	}

	/** After one more failure. */
	public Duration next() {
		long pause = FIRST_MILLIS << Math.min(failures++, most);
		return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
	}

	/** What failed before is over. */
	public void reset() {
		failures = 0;
	}
}
