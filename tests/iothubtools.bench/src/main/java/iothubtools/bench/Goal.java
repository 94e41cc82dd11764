// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a work is to reach: one subject's figure in proportion to another's, or alone.
 *
 * @param text     what it says in the table
 * @param subjects whose figures it needs
 * @param value    the figure, of the medians of all subjects
 * @param atLeast  whether the figure is to be at least the bound, else at most
 * @param bound    the bound
 */
record Goal(String text, List<SubjectKind> subjects, ToDoubleFunction<Map<SubjectKind, Figures>> value, boolean atLeast, double bound) {

	/** So many times the rate of another. */
	static Goal rate(SubjectKind subject, SubjectKind other, double times) {
		return new Goal("rate, times that of " + other.title(), List.of(subject, other),
				all -> all.get(subject).perSecond() / all.get(other).perSecond(), true, times);
	}

	/** At most such a part of the heap of another. */
	static Goal heap(SubjectKind subject, SubjectKind other, double part) {
		return new Goal("heap, part of that of " + other.title(), List.of(subject, other),
				all -> (double) all.get(subject).heapBytes() / all.get(other).heapBytes(), false, part);
	}

	/** At most so many threads. */
	static Goal threads(SubjectKind subject, int most) {
		return new Goal("threads", List.of(subject), all -> all.get(subject).threads(), false, most);
	}

	/** As a row of the table; without a figure when a subject has none. */
	String row(String work, Map<SubjectKind, Figures> medians) {
		String sign = atLeast ? "≥" : "≤";
		if (!medians.keySet().containsAll(subjects)) {
			return String.format(Locale.ROOT, "| %s | %s | – | %s %.2f | – |", work, text, sign, bound);
		}
		double reached = value.applyAsDouble(medians);
		boolean good = atLeast ? reached >= bound : reached <= bound;
		return String.format(Locale.ROOT, "| %s | %s | %.2f | %s %.2f | %s |", work, text, reached, sign, bound,
				good ? "yes" : "**no**");
	}
}
