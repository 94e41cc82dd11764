// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import iothubtools.localhub.internal.errors.HubError;

/**
 * The members of a JSON object in a request, found whatever the case of their names, as the service finds them; one whose
 * case is right goes first. A null counts as missing; another type than expected is a 400 that names the member.
 *
 * @param object the object, or null for one that is missing
 */
public record JsonMembers(@Nullable JsonObject object) {

	/** The member, or null when it is missing. */
	public @Nullable String string(String name) {
		JsonElement element = get(name);
		if (element == null) {
			return null;
		}
		if (element instanceof JsonPrimitive primitive && primitive.isString()) {
			return primitive.getAsString();
		}
		throw wrong(name, "a string");
	}

	/** The member, or false when it is missing. */
	public boolean flag(String name) {
		JsonElement element = get(name);
		if (element == null) {
			return false;
		}
		if (element instanceof JsonPrimitive primitive && primitive.isBoolean()) {
			return primitive.getAsBoolean();
		}
		throw wrong(name, "true or false");
	}

	/** The member, or a default when it is missing. */
	public int integer(String name, int otherwise) {
		JsonElement element = get(name);
		if (element == null) {
			return otherwise;
		}
		if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
			try {
				return new BigDecimal(primitive.getAsString()).intValueExact();
			} catch (ArithmeticException | NumberFormatException e) {
				throw wrong(name, "a whole number");
			}
		}
		throw wrong(name, "a whole number");
	}

	/** The member, or one without members when it is missing. */
	public JsonMembers object(String name) {
		JsonElement element = get(name);
		if (element == null) {
			return new JsonMembers(null);
		}
		if (element.isJsonObject()) {
			return new JsonMembers(element.getAsJsonObject());
		}
		throw wrong(name, "an object");
	}

	/** The member, or null when it is missing. */
	public @Nullable List<String> strings(String name) {
		JsonElement element = get(name);
		if (element == null) {
			return null;
		}
		if (!element.isJsonArray()) {
			throw wrong(name, "an array of strings");
		}
		List<String> strings = new ArrayList<>();
		for (JsonElement item : element.getAsJsonArray()) {
			if (!(item instanceof JsonPrimitive primitive) || !primitive.isString()) {
				throw wrong(name, "an array of strings");
			}
			strings.add(primitive.getAsString());
		}
		return strings;
	}

	/** The member whatever it is, JSON's null too; null when it is missing. */
	public @Nullable JsonElement element(String name) {
		JsonObject members = object;
		if (members == null) {
			return null;
		}
		return members.has(name) ? members.get(name) : inAnyCase(members, name);
	}

	/** Names alone: among the values may be keys. */
	@Override
	public String toString() {
		JsonObject members = object;
		return members == null ? "[]" : members.keySet().toString();
	}

	private @Nullable JsonElement get(String name) {
		JsonElement element = element(name);
		return element == null || element.isJsonNull() ? null : element;
	}

	private static @Nullable JsonElement inAnyCase(JsonObject members, String name) {
		for (Map.Entry<String, JsonElement> member : members.entrySet()) {
			if (member.getKey().equalsIgnoreCase(name)) {
				return member.getValue();
			}
		}
		return null;
	}

	private static HubError wrong(String name, String expected) {
		return HubError.argumentInvalid("The member " + name + " must be " + expected + ".");
	}
}
