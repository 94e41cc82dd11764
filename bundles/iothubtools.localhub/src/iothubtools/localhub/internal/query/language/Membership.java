// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.List;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;

/**
 * {@code IN [..]} or {@code NIN [..]}; undefined when the value is no primitive.
 *
 * @param value   what is looked for
 * @param values  where it is looked for
 * @param in      true for IN, false for NIN
 */
public record Membership(Expression value, List<Expression> values, boolean in) implements Expression {

	/** A copy keeps it from changes. */
	public Membership {
		values = List.copyOf(values);
	}

	@Override
	public @Nullable JsonElement evaluate(Row row) {
		JsonElement wanted = value.evaluate(row);
		if (!Values.isComparable(wanted)) {
			return null;
		}
		for (Expression one : values) {
			if (Values.isTrue(ComparisonOperator.EQUAL.apply(wanted, one.evaluate(row)))) {
				return Values.of(in);
			}
		}
		return Values.of(!in);
	}

	@Override
	public boolean readsOnly(Predicate<Attribute> kind) {
		return value.readsOnly(kind) && values.stream().allMatch(one -> one.readsOnly(kind));
	}
}
