// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What must not take long. Whatever else a machine does only ever adds to how long it takes, so the best of a few attempts counts;
 * what is too slow by itself is so each time.
 */
public final class Promptly {

	private static final int ATTEMPTS = 5;

	private Promptly() {
	}

	/** Something to be measured, which can be done again. */
	@FunctionalInterface
	public interface Attempt {
		/** Does it. */
		void run() throws Exception;
	}

	/** What is to be measured of something longer, which can be done again. */
	@FunctionalInterface
	public interface Measurement {
		/** Does all of it, and says how long the part took that counts. */
		Duration take() throws Exception;
	}

	/**
	 * Fails unless this takes less than {@code limit}, at best. Prints how long it took, each time.
	 *
	 * @param what is named in what is printed and in the failure
	 */
	public static void within(Duration limit, String what, Measurement measurement) throws Exception {
		List<String> attempts = new ArrayList<>();
		while (attempts.size() < ATTEMPTS) {
			Duration took = measurement.take();
			attempts.add(took.toMillis() + " ms");
			System.out.println(what + " took " + took.toMillis() + " ms");
			if (took.compareTo(limit) < 0) {
				return;
			}
		}
		throw new AssertionError(what + " took " + attempts + ", and never less than " + limit.toMillis() + " ms");
	}

	/** How long this takes. */
	public static Duration time(Attempt attempt) throws Exception {
		long start = System.nanoTime();
		attempt.run();
		return Duration.ofNanos(System.nanoTime() - start);
	}
}
