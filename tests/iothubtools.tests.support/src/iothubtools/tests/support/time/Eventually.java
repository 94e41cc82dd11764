// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.time;

import java.time.Duration;
import java.util.function.Predicate;

/** Waits for what happens on another thread or at the other end of a wire, and says what it waited for when that does not come. */
public final class Eventually {

	/** How long anything may take; far more than it should, because build machines are slow. */
	public static final Duration LIMIT = Duration.ofSeconds(60);

	private static final Duration PAUSE = Duration.ofMillis(10);

	/**
	 * What is asked again and again.
	 *
	 * @param <T> the answer
	 * @param <E> what may go wrong with asking; the waiting ends with it
	 */
	@FunctionalInterface
	public interface Question<T, E extends Exception> {
		/** The answer now. */
		T ask() throws E;
	}

	/**
	 * What is to become true.
	 *
	 * @param <E> what may go wrong with looking; the waiting ends with it
	 */
	@FunctionalInterface
	public interface Condition<E extends Exception> {
		/** Whether it is true now. */
		boolean holds() throws E;
	}

	private Eventually() {
	}

	/**
	 * Returns as soon as something holds.
	 *
	 * @param what is named in the failure, as in "the device is gone"
	 * @throws AssertionError when it does not hold after {@link #LIMIT}
	 */
	public static <E extends Exception> void holds(String what, Condition<E> condition) throws E {
		holds(what, LIMIT, condition);
	}

	/** The same with a limit of its own. */
	public static <E extends Exception> void holds(String what, Duration limit, Condition<E> condition) throws E {
		long end = System.nanoTime() + limit.toNanos();
		while (!condition.holds()) {
			pause(end, limit, what);
		}
	}

	/**
	 * Asks until the answer is as wanted, and returns it.
	 *
	 * @param what is named in the failure
	 * @throws AssertionError with the last answer when none is as wanted after {@link #LIMIT}
	 */
	public static <T, E extends Exception> T get(String what, Question<T, E> question, Predicate<? super T> wanted) throws E {
		long end = System.nanoTime() + LIMIT.toNanos();
		T answer = question.ask();
		while (!wanted.test(answer)) {
			pause(end, LIMIT, what + "; last seen: " + answer);
			answer = question.ask();
		}
		return answer;
	}

	private static void pause(long end, Duration limit, String what) {
		if (System.nanoTime() > end) {
			throw new AssertionError("Waited " + limit.toSeconds() + " s for this: " + what);
		}
		try {
			Thread.sleep(PAUSE.toMillis());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}
}
