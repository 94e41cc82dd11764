// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.json;

import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Members of a JSON object, where a member that is absent or of another type counts as not there. */
public final class JsonFields {

	private JsonFields() {
	}

	/** The text of a member, null if it is none. */
	public static @Nullable String text(@Nullable JsonObject object, String name) {
		JsonPrimitive value = primitive(object, name);
		return value != null && value.isString() ? value.getAsString() : null;
	}

	/** The value of a boolean member, false if it is none. */
	public static boolean flag(@Nullable JsonObject object, String name) {
		JsonPrimitive value = primitive(object, name);
		return value != null && value.isBoolean() && value.getAsBoolean();
	}

	/** Whether there is a member that is a number. */
	public static boolean hasNumber(@Nullable JsonObject object, String name) {
		JsonPrimitive value = primitive(object, name);
		return value != null && value.isNumber();
	}

	/** The value of a number member, 0 if it is none; also of a text that is a number. */
	public static long number(@Nullable JsonObject object, String name) {
		JsonPrimitive value = primitive(object, name);
		try {
			// as text: the value of a number with a long exponent would take for ever
			return value == null ? 0 : Long.parseLong(value.getAsString());
		} catch (NumberFormatException e) {
			return 0;
		}
	}

	/** The member as an object, its name taken in any case; null if it is none. */
	public static @Nullable JsonObject object(@Nullable JsonObject object, String name) {
		return member(object, name) instanceof JsonObject value ? value : null;
	}

	/** The same members but those of these names, in whatever case; shares their values. */
	public static JsonObject without(JsonObject object, Set<String> names) {
		JsonObject rest = new JsonObject();
		for (Map.Entry<String, JsonElement> member : object.entrySet()) {
			if (names.stream().noneMatch(member.getKey()::equalsIgnoreCase)) {
				rest.add(member.getKey(), member.getValue());
			}
		}
		return rest;
	}

	private static @Nullable JsonPrimitive primitive(@Nullable JsonObject object, String name) {
		return member(object, name) instanceof JsonPrimitive value ? value : null;
	}

	/** The hub changed the case of some names over the years (contract §3.3). */
	private static @Nullable JsonElement member(@Nullable JsonObject object, String name) {
		if (object == null) {
			return null;
		}
		JsonElement exact = object.get(name);
		if (exact != null) {
			return exact;
		}
		for (String other : object.keySet()) {
			if (other.equalsIgnoreCase(name)) {
				return object.get(other);
			}
		}
		return null;
	}
}
