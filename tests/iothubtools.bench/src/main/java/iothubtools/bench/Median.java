// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several runs, each figure by itself. */
final class Median {

	private Median() {
	}

	static Figures of(List<Figures> runs) {
		return new Figures(middle(runs, Figures::perSecond), (int) middle(runs, Figures::threads),
				(long) middle(runs, Figures::heapBytes));
	}

	private static double middle(List<Figures> runs, ToDoubleFunction<Figures> figure) {
		double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
		int half = sorted.length / 2;
		return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
	}
}
