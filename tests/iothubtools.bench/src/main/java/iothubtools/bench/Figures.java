// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * What one run of a subject gave.
 *
 * @param perSecond  units of work a second
 * @param threads    most threads it had of its own
 * @param heapBytes  heap in use after a garbage collection, with all of the subject still open, beyond what was there before it
 */
record Figures(double perSecond, int threads, long heapBytes) {

	private static final String MARK = "figures";
	private static final String FAILURE = "failure ";

	/** As a line of text. */
	String line() {
		return String.format(Locale.ROOT, "%s %.3f %d %d", MARK, perSecond, threads, heapBytes);
	}

	/** Whether a line is what {@link #line} made. */
	static boolean isLine(String line) {
		return line.startsWith(MARK + ' ');
	}

	/** Why there are none, as a line of text. */
	static String failureLine(Throwable failure) {
		return FAILURE + String.valueOf(failure).lines().findFirst().orElse("");
	}

	/** The reason in a line that {@link #failureLine} made; empty for any other line. */
	static Optional<String> failure(String line) {
		return line.startsWith(FAILURE) ? Optional.of(line.substring(FAILURE.length())) : Optional.empty();
	}

	/** From what {@link #line} made. */
	static Figures parse(String line) {
		String[] parts = line.split(" ");
		return new Figures(Double.parseDouble(parts[1]), Integer.parseInt(parts[2]), Long.parseLong(parts[3]));
	}
}
