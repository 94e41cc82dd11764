// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.waits.DefaultCondition;

/** Waits for what comes in its own time, as long as SWTBot waits for a widget. Conditions are asked off the UI thread. */
public final class Eventually {

	private Eventually() {
	}

	/**
	 * Waits until something holds. A condition that throws does not hold yet.
	 *
	 * @param what is named in the failure, as in "the message to arrive"
	 */
	public static void holds(String what, BooleanSupplier condition) {
		await(() -> "waited for " + what, condition);
	}

	/** Waits until a value is the expected one; the failure says the last one. */
	public static <T> void is(@Nullable T expected, String what, Supplier<@Nullable T> value) {
		AtomicReference<@Nullable T> last = new AtomicReference<>();
		await(() -> what + " is not <" + expected + "> but <" + last.get() + ">", () -> {
			last.set(value.get());
			return Objects.equals(expected, last.get());
		});
	}

	private static void await(Supplier<String> failure, BooleanSupplier condition) {
		new SWTBot().waitUntil(new DefaultCondition() {
			@Override
			public boolean test() {
				return condition.getAsBoolean();
			}

			@Override
			public String getFailureMessage() {
				return failure.get();
			}
		});
	}
}
