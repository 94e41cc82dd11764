// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.function.BiPredicate;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;

/**
 * {@code STARTSWITH(a, b)} or {@code ENDSWITH(a, b)}; undefined unless both are strings.
 *
 * @param kind  which of them
 * @param text  the string that is looked at
 * @param part  what it is to start or end with
 */
public record TextFunction(Kind kind, Expression text, Expression part) implements Expression {

	/** The functions. */
	public enum Kind {
		/** STARTSWITH */
		STARTS_WITH(String::startsWith),
		/** ENDSWITH */
		ENDS_WITH(String::endsWith);

		private final BiPredicate<String, String> test;

		Kind(BiPredicate<String, String> test) {
			this.test = test;
		}
	}

	@Override
	public @Nullable JsonElement evaluate(Row row) {
		String whole = Values.string(text.evaluate(row));
		String wanted = Values.string(part.evaluate(row));
		return whole == null || wanted == null ? null : Values.of(kind.test.test(whole, wanted));
	}

	@Override
	public boolean readsOnly(Predicate<Attribute> attributes) {
		return text.readsOnly(attributes) && part.readsOnly(attributes);
	}
}
