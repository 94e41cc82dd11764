// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;

/** What gives a value for each row. */
public sealed interface Expression
		permits AllOf, AnyOf, Arithmetic, ArrayOf, Attribute, Comparison, IsDefined, Literal, Membership, Not, TextFunction {

	/** Its value for a row, null when that is undefined. */
	@Nullable JsonElement evaluate(Row row);

	/** Whether every attribute it reads is of this kind. */
	boolean readsOnly(Predicate<Attribute> kind);

	/** Whether its value is true; as a condition every other value counts as false. */
	default boolean holds(Row row) {
		return Values.isTrue(evaluate(row));
	}
}
