// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

/** Waits for a condition, and says what it waited for when that does not come. Conditions are asked on the UI thread. */
public final class Until {

	/** How long anything may take; far more than it should, because build machines are slow. */
	public static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration PAUSE = Duration.ofMillis(50);

	private Until() {
	}

	/**
	 * Waits until something is there.
	 *
	 * @param what is named in the failure, as in "the shell New Device"
	 * @param find gives null as long as it is not there
	 * @throws AssertionError when it is not there after {@link #PATIENCE}
	 */
	public static <T> T found(String what, Supplier<@Nullable T> find) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			T found = Ui.get(find);
			if (found != null) {
				return found;
			}
			if (System.nanoTime() > deadline) {
				throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s for " + what);
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	/**
	 * Waits until something holds.
	 *
	 * @throws AssertionError when it does not hold after {@link #PATIENCE}
	 */
	public static void holds(String what, BooleanSupplier condition) {
		found(what, () -> condition.getAsBoolean() ? Boolean.TRUE : null);
	}
}
