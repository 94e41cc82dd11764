// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits for conditions. */
public final class Eventually {

	private static final Duration LIMIT = Duration.ofSeconds(30);
	private static final long PAUSE_MILLIS = 20;

	private Eventually() {
	}

	/** Asks until the answer is as wanted, and returns it; fails after 30 seconds with the last answer. */
	public static <T> T get(String what, Callable<T> question, Predicate<? super T> wanted) throws Exception {
		Instant end = Instant.now().plus(LIMIT);
		T answer = question.call();
		while (!wanted.test(answer)) {
			if (Instant.now().isAfter(end)) {
				throw new AssertionError("Not within " + LIMIT.toSeconds() + " s: " + what + "; last seen: " + answer);
			}
			Thread.sleep(PAUSE_MILLIS);
			answer = question.call();
		}
		return answer;
	}

	/** Asks until the answer is yes. */
	public static void isTrue(String what, Callable<Boolean> question) throws Exception {
		get(what, question, Boolean::booleanValue);
	}
}
