// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;

/** The least or the greatest of the primitives that are not null, as it was written; undefined when there is none. */
final class Extreme implements Accumulator {

	private final int sign;
	private @Nullable JsonElement best;

	/** @param sign negative for the least, positive for the greatest */
	Extreme(int sign) {
		this.sign = sign;
	}

	@Override
	public void add(@Nullable JsonElement value) {
		if (value == null || value instanceof JsonNull || !Values.isComparable(value)) {
			return;
		}
		JsonElement before = best;
		if (before == null || Integer.signum(Values.compare(value, before)) == sign) {
			best = value;
		}
	}

	@Override
	public @Nullable JsonElement result() {
		return best;
	}

	@Override
	public int length() {
		return best instanceof JsonPrimitive primitive && primitive.isString() ? primitive.getAsString().length() : 0;
	}
}
