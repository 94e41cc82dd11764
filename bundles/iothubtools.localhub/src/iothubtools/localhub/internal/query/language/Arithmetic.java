// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.List;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/**
 * Operators of one precedence, from left to right. Undefined unless all operands are numbers and the result is one too, so
 * that dividing by zero is undefined.
 *
 * @param first  where it begins
 * @param steps  what is done with it
 */
public record Arithmetic(Expression first, List<Step> steps) implements Expression {

	/**
	 * An operator with its second operand.
	 *
	 * @param operator  what to do
	 * @param operand   with what
	 */
	public record Step(ArithmeticOperator operator, Expression operand) {
	}

	/** A copy keeps it from changes. */
	public Arithmetic {
		steps = List.copyOf(steps);
	}

	@Override
	public @Nullable JsonElement evaluate(Row row) {
		Double result = Values.number(first.evaluate(row));
		for (Step step : steps) {
			Double operand = Values.number(step.operand().evaluate(row));
			if (result == null || operand == null) {
				return null;
			}
			result = step.operator().apply(result, operand);
		}
		return result == null || !Double.isFinite(result) ? null : new JsonPrimitive(result);
	}

	@Override
	public boolean readsOnly(Predicate<Attribute> kind) {
		return first.readsOnly(kind) && steps.stream().allMatch(step -> step.operand().readsOnly(kind));
	}
}
