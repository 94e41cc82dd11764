// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;

/**
 * Two values compared.
 *
 * @param left      the one
 * @param operator  how
 * @param right     the other
 */
public record Comparison(Expression left, ComparisonOperator operator, Expression right) implements Expression {

	@Override
	public @Nullable JsonElement evaluate(Row row) {
		return operator.apply(left.evaluate(row), right.evaluate(row));
	}

	@Override
	public boolean readsOnly(Predicate<Attribute> kind) {
		return left.readsOnly(kind) && right.readsOnly(kind);
	}
}
