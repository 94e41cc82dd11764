// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;

/**
 * A constant.
 *
 * @param value  what it stands for, null for undefined
 */
public record Literal(@Nullable JsonElement value) implements Expression {

	/** {@code undefined} */
	public static final Literal UNDEFINED = new Literal(null);
	/** {@code null} */
	public static final Literal NULL = new Literal(JsonNull.INSTANCE);
	/** {@code true} */
	public static final Literal TRUE = new Literal(Values.TRUE);
	/** {@code false} */
	public static final Literal FALSE = new Literal(Values.FALSE);
	/** {@code 0} */
	public static final Literal ZERO = new Literal(new JsonPrimitive(0));

	@Override
	public @Nullable JsonElement evaluate(Row row) {
		return value;
	}

	@Override
	public boolean readsOnly(Predicate<Attribute> kind) {
		return true;
	}
}
