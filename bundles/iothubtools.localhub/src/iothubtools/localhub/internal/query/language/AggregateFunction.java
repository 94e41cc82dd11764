// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.Locale;
import java.util.function.Supplier;

/** The aggregates, found in any case. */
public enum AggregateFunction {
	/** How many rows. */
	COUNT(Count::new),
	/** The mean of the numbers. */
	AVG(() -> new Total(true)),
	/** The sum of the numbers. */
	SUM(() -> new Total(false)),
	/** The least value. */
	MIN(() -> new Extreme(-1)),
	/** The greatest value. */
	MAX(() -> new Extreme(1));

	private final Supplier<Accumulator> start;

	AggregateFunction(Supplier<Accumulator> start) {
		this.start = start;
	}

	/** @throws NoQueryException when there is none of that name */
	static AggregateFunction of(String name) {
		String wanted = name.toUpperCase(Locale.ROOT);
		for (AggregateFunction function : values()) {
			if (function.name().equals(wanted)) {
				return function;
			}
		}
		throw new NoQueryException("no aggregate " + name);
	}

	boolean needsAttribute() {
		return this != COUNT;
	}

	/** Before the first row. */
	public Accumulator start() {
		return start.get();
	}
}
