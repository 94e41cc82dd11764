// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNull;

import com.google.gson.JsonElement;

/**
 * The opposite of a condition; true also where the condition is undefined, which counts as false.
 *
 * @param operand  the condition
 */
public record Not(Expression operand) implements Expression {

	@Override
	public @NonNull JsonElement evaluate(Row row) {
		return Values.of(!operand.holds(row));
	}

	@Override
	public boolean readsOnly(Predicate<Attribute> kind) {
		return operand.readsOnly(kind);
	}
}
