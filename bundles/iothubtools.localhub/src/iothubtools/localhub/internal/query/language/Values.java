// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;

/** JSON values as queries compare and order them. */
final class Values {

	static final JsonPrimitive TRUE = new JsonPrimitive(true);
	static final JsonPrimitive FALSE = new JsonPrimitive(false);
	/** Whole numbers below this are written without a fraction; twins hold no larger ones (contract §4). */
	private static final double LARGEST_WHOLE = 1L << 53;

	private Values() {
	}

	/** What can be compared, from the least to the greatest. */
	enum Type {
		NULL, BOOLEAN, NUMBER, STRING
	}

	static JsonPrimitive of(boolean flag) {
		return flag ? TRUE : FALSE;
	}

	/** A number as JSON has it: no fraction when it is whole; null when it is no number. */
	static @Nullable JsonPrimitive of(double number) {
		if (!Double.isFinite(number)) {
			return null;
		}
		return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE ? new JsonPrimitive((long) number)
				: new JsonPrimitive(number);
	}

	static boolean isTrue(@Nullable JsonElement value) {
		return value == TRUE || value instanceof JsonPrimitive primitive && primitive.isBoolean() && primitive.getAsBoolean();
	}

	/** Whether it is a primitive: null too, but not undefined. */
	static boolean isComparable(@Nullable JsonElement value) {
		return value instanceof JsonPrimitive || value instanceof JsonNull;
	}

	static @Nullable String string(@Nullable JsonElement value) {
		return value instanceof JsonPrimitive primitive && primitive.isString() ? primitive.getAsString() : null;
	}

	static @Nullable Double number(@Nullable JsonElement value) {
		return value instanceof JsonPrimitive primitive && primitive.isNumber() ? primitive.getAsDouble() : null;
	}

	/** The type of what is comparable. */
	static Type typeOf(JsonElement comparable) {
		if (!(comparable instanceof JsonPrimitive primitive)) {
			return Type.NULL;
		}
		if (primitive.isString()) {
			return Type.STRING;
		}
		return primitive.isNumber() ? Type.NUMBER : Type.BOOLEAN;
	}

	/** The order of what is comparable: by type, then numbers by size, strings by their UTF-16 units, false before true. */
	static int compare(JsonElement left, JsonElement right) {
		Type type = typeOf(left);
		if (type != typeOf(right)) {
			return type.compareTo(typeOf(right));
		}
		return switch (type) {
		case NULL -> 0;
		case BOOLEAN -> Boolean.compare(left.getAsBoolean(), right.getAsBoolean());
		// not Double.compare, for which -0 is less than 0
		case NUMBER -> left.getAsDouble() < right.getAsDouble() ? -1 : left.getAsDouble() > right.getAsDouble() ? 1 : 0;
		case STRING -> left.getAsString().compareTo(right.getAsString());
		};
	}
}
