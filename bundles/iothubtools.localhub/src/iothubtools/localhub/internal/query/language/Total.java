// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;

/** Sum or mean of the numbers among the values; undefined when there is none. */
final class Total implements Accumulator {

	private final boolean mean;
	private double sum;
	private long numbers;

	Total(boolean mean) {
		this.mean = mean;
	}

	@Override
	public void add(@Nullable JsonElement value) {
		Double number = Values.number(value);
		if (number != null) {
			sum += number;
			numbers++;
		}
	}

	@Override
	public @Nullable JsonElement result() {
		return numbers == 0 ? null : Values.of(mean ? sum / numbers : sum);
	}
}
