// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.function.DoubleBinaryOperator;

/** Operators on numbers, which are doubles as in JavaScript: every integer a twin may hold is exact (contract §4). */
public enum ArithmeticOperator {
	/** {@code +} */
	PLUS(Double::sum),
	/** {@code -} */
	MINUS((a, b) -> a - b),
	/** {@code *} */
	TIMES((a, b) -> a * b),
	/** {@code /} */
	DIVIDED_BY((a, b) -> a / b),
	/** {@code %} */
	REMAINDER((a, b) -> a % b);

	private final DoubleBinaryOperator operator;

	ArithmeticOperator(DoubleBinaryOperator operator) {
		this.operator = operator;
	}

	/** Its result, infinite or not a number where there is none. */
	double apply(double left, double right) {
		return operator.applyAsDouble(left, right);
	}
}
