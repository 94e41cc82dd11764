// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.function.IntPredicate;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;

/**
 * Comparisons of primitives. With undefined, an object or an array they are undefined; values of different types are unequal,
 * and which is the greater is undefined.
 */
public enum ComparisonOperator {
	/** {@code =} */
	EQUAL(order -> order == 0),
	/** {@code !=} and {@code <>} */
	NOT_EQUAL(order -> order != 0),
	/** {@code <} */
	LESS(order -> order < 0),
	/** {@code <=} */
	LESS_OR_EQUAL(order -> order <= 0),
	/** {@code >} */
	GREATER(order -> order > 0),
	/** {@code >=} */
	GREATER_OR_EQUAL(order -> order >= 0);

	private final IntPredicate test;

	ComparisonOperator(IntPredicate test) {
		this.test = test;
	}

	/** True, false or undefined. */
	@Nullable JsonElement apply(@Nullable JsonElement left, @Nullable JsonElement right) {
		if (left == null || right == null || !Values.isComparable(left) || !Values.isComparable(right)) {
			return null;
		}
		if (Values.typeOf(left) == Values.typeOf(right)) {
			return Values.of(test.test(Values.compare(left, right)));
		}
		return this == EQUAL || this == NOT_EQUAL ? Values.of(this == NOT_EQUAL) : null;
	}
}
