// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.time.Clock;
import java.time.Instant;

/** How it is with the token that a device has shown its hub last. On the loop's thread only. */
final class ShownToken {

	private static final Runnable NOTHING = () -> {
	};

	private final Clock clock;
	private Runnable forgetWaiting = NOTHING;
	private boolean waiting;
	private Runnable forgetRenewal = NOTHING;
	private Instant expiry = Instant.MAX;

	ShownToken(Clock clock) {
		this.clock = clock;
	}

	/** Whether it waits for what the hub says to it. */
	boolean isWaiting() {
		return waiting;
	}

	/**
	 * It waits for that.
	 *
	 * @param forget makes it wait no longer
	 */
	void waiting(Runnable forget) {
		forgetWaiting.run();
		forgetWaiting = forget;
		waiting = true;
	}

	/**
	 * It was taken, or will be.
	 *
	 * @param forget makes the device not show the next one
	 */
	void taken(Instant until, Runnable forget) {
		dropped();
		forgetRenewal = forget;
		expiry = until;
	}

	/** There is no connection any more to show one by. */
	void dropped() {
		forgetWaiting.run();
		forgetWaiting = NOTHING;
		waiting = false;
		forgetRenewal.run();
		forgetRenewal = NOTHING;
	}

	/** Whether it has come to its end: this machine may have slept. */
	boolean isOld() {
		return clock.instant().isAfter(expiry);
	}
}
