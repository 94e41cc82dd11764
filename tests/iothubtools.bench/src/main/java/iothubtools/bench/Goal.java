// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a work is to reach: one subject's figure in proportion to another's, or alone.
 *
 * @param text     what it says in the table
 * @param value    the figure, of the medians of all subjects
 * @param atLeast  whether the figure is to be at least the bound, else at most
 * @param bound    the bound
 */
record Goal(String text, ToDoubleFunction<Map<SubjectKind, Figures>> value, boolean atLeast, double bound) {

	/** So many times the rate of another. */
	static Goal rate(SubjectKind subject, SubjectKind other, double times) {
		return new Goal("rate, times that of " + other.title(),
				all -> all.get(subject).perSecond() / all.get(other).perSecond(), true, times);
	}

	/** At most such a part of the heap of another. */
	static Goal heap(SubjectKind subject, SubjectKind other, double part) {
		return new Goal("heap, part of that of " + other.title(),
				all -> (double) all.get(subject).heapBytes() / all.get(other).heapBytes(), false, part);
	}

	/** At most so many threads. */
	static Goal threads(SubjectKind subject, int most) {
		return new Goal("threads", all -> all.get(subject).threads(), false, most);
	}

	/** As a row of the table. */
	String row(String work, Map<SubjectKind, Figures> medians) {
		double reached = value.applyAsDouble(medians);
		boolean good = atLeast ? reached >= bound : reached <= bound;
		return String.format(Locale.ROOT, "| %s | %s | %.2f | %s %.2f | %s |", work, text, reached,
				atLeast ? "≥" : "≤", bound, good ? "yes" : "**no**");
	}
}
