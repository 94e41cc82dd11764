// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNull;

import com.google.gson.JsonElement;

/**
 * {@code IS_DEFINED(p)}: whether a row has the attribute, be it null.
 *
 * @param attribute  the attribute
 */
public record IsDefined(Attribute attribute) implements Expression {

	@Override
	public @NonNull JsonElement evaluate(Row row) {
		return Values.of(attribute.evaluate(row) != null);
	}

	@Override
	public boolean readsOnly(Predicate<Attribute> kind) {
		return kind.test(attribute);
	}
}
