// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens on another thread. */
final class Conditions {

	private static final Duration LIMIT = Duration.ofSeconds(20);
	private static final int LOOK_MILLIS = 10;

	private Conditions() {
	}

	/** Returns as soon as a condition holds, and fails when that takes too long. */
	static void await(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("it never came to this: " + what);
			}
			try {
				Thread.sleep(LOOK_MILLIS);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new AssertionError(e);
			}
		}
	}
}
