// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.List;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNull;

import com.google.gson.JsonElement;

/**
 * Conditions joined with OR: true when one of them is. Never undefined, because a condition that is not true counts as false.
 *
 * @param parts  the conditions
 */
public record AnyOf(List<Expression> parts) implements Expression {

	/** A copy keeps it from changes. */
	public AnyOf {
		parts = List.copyOf(parts);
	}

	@Override
	public @NonNull JsonElement evaluate(Row row) {
		return Values.of(holds(row));
	}

	@Override
	public boolean holds(Row row) {
		for (Expression part : parts) {
			if (part.holds(row)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public boolean readsOnly(Predicate<Attribute> kind) {
		return parts.stream().allMatch(part -> part.readsOnly(kind));
	}
}
