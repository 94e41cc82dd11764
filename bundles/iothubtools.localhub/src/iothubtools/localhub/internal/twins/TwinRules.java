// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map.Entry;
import java.util.regex.Pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import iothubtools.localhub.internal.errors.HubError;

/** What names and values tags and properties may have (contract §4). */
final class TwinRules {

	private static final int MAX_NAME_BYTES = 1024;
	private static final int MAX_STRING_BYTES = 4096;
	private static final int MAX_DEPTH = 10;
	private static final BigInteger MAX_INTEGER = BigInteger.ONE.shiftLeft(52).subtract(BigInteger.ONE);
	private static final BigInteger MIN_INTEGER = BigInteger.ONE.shiftLeft(52).negate();
	private static final Pattern INTEGER = Pattern.compile("-?\\d+");

	private final String part;
	private final boolean deletes;
	/** How many arrays the value at hand is in: an array is replaced as a whole, so nothing in it can be deleted. */
	private int arrays;

	private TwinRules(String part, boolean deletes) {
		this.part = part;
		this.deletes = deletes;
	}

	/**
	 * Checks tags or properties, or a patch of them.
	 *
	 * @param part    what they are, for the error
	 * @param deletes whether a null in them deletes, as in a patch
	 * @throws HubError 400 for what is not allowed in them
	 */
	static void check(String part, JsonObject values, boolean deletes) {
		new TwinRules(part, deletes).checkObject(values, 0);
	}

	private void checkObject(JsonObject values, int depth) {
		if (depth > MAX_DEPTH) {
			throw broken("must not be nested deeper than " + MAX_DEPTH + " levels");
		}
		for (Entry<String, JsonElement> member : values.entrySet()) {
			checkName(member.getKey());
			if (!member.getValue().isJsonNull()) {
				checkValue(member.getValue(), depth);
			} else if (!deletes || arrays > 0) {
				throw broken("must not have null where there is nothing to delete: in an array, or when all is replaced");
			}
		}
	}

	private void checkName(String name) {
		if (name.isEmpty() || utf8Length(name) > MAX_NAME_BYTES || name.chars().anyMatch(TwinRules::isForbidden)) {
			throw broken("must have names of 1 to " + MAX_NAME_BYTES
					+ " bytes without control characters, blanks and .$#");
		}
	}

	private static boolean isForbidden(int character) {
		return Character.isISOControl(character) || character == ' ' || character == '.' || character == '$'
				|| character == '#';
	}

	private void checkValue(JsonElement value, int depth) {
		if (value.isJsonObject()) {
			checkObject(value.getAsJsonObject(), depth + 1);
		} else if (value.isJsonArray()) {
			checkArray(value.getAsJsonArray(), depth + 1);
		} else {
			checkPrimitive(value.getAsJsonPrimitive());
		}
	}

	private void checkArray(JsonArray array, int depth) {
		if (depth > MAX_DEPTH) {
			throw broken("must not be nested deeper than " + MAX_DEPTH + " levels");
		}
		arrays++;
		for (JsonElement item : array) {
			if (item.isJsonNull()) {
				throw broken("must not have null in an array");
			}
			checkValue(item, depth);
		}
		arrays--;
	}

	private void checkPrimitive(JsonPrimitive primitive) {
		String text = primitive.getAsString();
		if (primitive.isString() && utf8Length(text) > MAX_STRING_BYTES) {
			throw broken("must not have strings longer than " + MAX_STRING_BYTES + " bytes");
		}
		if (primitive.isNumber() && INTEGER.matcher(text).matches() && !isInRange(text)) {
			throw broken("must not have integers below " + MIN_INTEGER + " or above " + MAX_INTEGER);
		}
	}

	/** Longer texts are out of range too, and would take ever longer to read. */
	private static boolean isInRange(String integer) {
		if (integer.length() > 32) {
			return false;
		}
		BigInteger value = new BigInteger(integer);
		return value.compareTo(MIN_INTEGER) >= 0 && value.compareTo(MAX_INTEGER) <= 0;
	}

	private static int utf8Length(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	private HubError broken(String rule) {
		return HubError.argumentInvalid("The " + part + " " + rule + ".");
	}
}
