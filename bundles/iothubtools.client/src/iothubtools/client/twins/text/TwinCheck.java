// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins.text;

import java.util.ArrayList;
import java.util.List;

import iothubtools.client.json.JsonArrayNode;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonScalar;
import iothubtools.client.twins.text.TwinProblem.Kind;

/** The rules for tags and desired properties, and where they are broken (contract §4). */
final class TwinCheck {

	static final int MAX_NAME_BYTES = 1024;
	static final int MAX_STRING_BYTES = 4096;
	static final int MAX_LEVELS = 10;
	private static final long MAX_INTEGER = (1L << 52) - 1;
	private static final long MIN_INTEGER = -(1L << 52);
	/** Characters of an integer that a long can certainly hold. */
	private static final int SHORT_INTEGER = 18;
	private static final int SHOWN = 40;

	private final List<TwinProblem> problems = new ArrayList<>();

	List<TwinProblem> problems() {
		return problems;
	}

	void problem(Kind kind, JsonNode at, String detail) {
		problem(kind, at.offset(), at.length(), detail);
	}

	void problem(Kind kind, int offset, int length, String detail) {
		problems.add(new TwinProblem(kind, offset, length, detail));
	}

	/** Looks at tags or desired properties. */
	void check(JsonObjectNode part, TwinLimit limit) {
		object(part, 0, false);
		long size = TwinLimit.size(part);
		if (limit.isBrokenBy(size)) {
			problem(limit.broken(), part.offset(), 1, Long.toString(size));
		}
	}

	private void object(JsonObjectNode object, int level, boolean inArray) {
		for (JsonMember member : object.members()) {
			name(member);
			if (member.value() instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NULL) {
				problem(inArray ? Kind.NULL_IN_ARRAY : Kind.NULL_REMOVES, scalar, "");
			} else {
				value(member.value(), level, inArray);
			}
		}
	}

	private void name(JsonMember member) {
		String name = member.name();
		if (name.isEmpty()) {
			problem(Kind.EMPTY_NAME, member.offset(), member.nameLength(), "");
		} else if (name.length() > MAX_NAME_BYTES || TwinLimit.utf8(name) > MAX_NAME_BYTES) {
			problem(Kind.LONG_NAME, member.offset(), member.nameLength(), name.substring(0, SHOWN) + '\u2026');
		} else if (name.chars().anyMatch(TwinCheck::isForbidden)) {
			problem(Kind.NAME_CHARACTER, member.offset(), member.nameLength(), name);
		}
	}

	private static boolean isForbidden(int c) {
		return c == '.' || c == '$' || c == '#' || c == ' ' || Character.isISOControl(c);
	}

	/** A name with another character in the place of each that names must not have. */
	static String allowed(String name) {
		StringBuilder allowed = new StringBuilder();
		name.chars().forEach(c -> allowed.append(isForbidden(c) ? '_' : (char) c));
		return allowed.toString();
	}

	private void value(JsonNode value, int level, boolean inArray) {
		if (value instanceof JsonScalar scalar) {
			scalar(scalar);
		} else if (level == MAX_LEVELS) {
			// what is in it is no further news
			problem(Kind.TOO_DEEP, value.offset(), 1, "");
		} else if (value instanceof JsonObjectNode object) {
			object(object, level + 1, inArray);
		} else if (value instanceof JsonArrayNode array) {
			for (JsonNode item : array.items()) {
				if (item instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NULL) {
					problem(Kind.NULL_IN_ARRAY, scalar, "");
				} else {
					value(item, level + 1, true);
				}
			}
		}
	}

	private void scalar(JsonScalar scalar) {
		String text = scalar.text();
		if (scalar.type() == JsonScalar.Type.STRING && text.length() > MAX_STRING_BYTES / 3) {
			int bytes = TwinLimit.utf8(text);
			if (bytes > MAX_STRING_BYTES) {
				problem(Kind.LONG_STRING, scalar, Integer.toString(bytes));
			}
		} else if (scalar.type() == JsonScalar.Type.NUMBER && isInteger(text) && isLarge(text)) {
			problem(Kind.LARGE_INTEGER, scalar, text.length() > SHOWN ? text.substring(0, SHOWN) + '\u2026' : text);
		}
	}

	private static boolean isInteger(String number) {
		return number.indexOf('.') < 0 && number.indexOf('e') < 0 && number.indexOf('E') < 0;
	}

	private static boolean isLarge(String integer) {
		if (integer.length() > SHORT_INTEGER) {
			return true;
		}
		long value = Long.parseLong(integer);
		return value > MAX_INTEGER || value < MIN_INTEGER;
	}
}
