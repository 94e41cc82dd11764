// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.json.JsonProblem.Kind;

/**
 * Reads a text once. A reader by hand: the one of Gson keeps neither places nor a second mistake, and a generated one stops at the first,
 * where this goes on as a person would, behind it.
 */
final class JsonReading {

	/** More than any twin or payload may have, few enough for the stack. */
	private static final int MAX_DEPTH = 200;
	/** Nobody reads more, and a text that is something else altogether has thousands. */
	private static final int MAX_PROBLEMS = 100;

	private final String text;
	private final JsonStrings strings;
	private final List<JsonProblem> problems = new ArrayList<>();
	private int at;
	private int depth;

	JsonReading(String text) {
		this.text = text;
		strings = new JsonStrings(text, this::problem);
	}

	JsonDocument document() {
		@Nullable JsonNode root = value();
		skipSpace();
		if (at < text.length()) {
			problem(Kind.MORE_FOLLOWS, at, text.stripTrailing().length() - at, "");
		}
		problems.sort(Comparator.comparingInt(JsonProblem::offset));
		return new JsonDocument(root, List.copyOf(problems));
	}

	private @Nullable JsonNode value() {
		skipSpace();
		if (at == text.length()) {
			problem(Kind.EXPECTED_VALUE, at, 0, "");
			return null;
		}
		char first = text.charAt(at);
		return switch (first) {
		case '{' -> nested(true);
		case '[' -> nested(false);
		case '"', '\'' -> string(first);
		case '}', ']', ',', ':' -> {
			problem(Kind.EXPECTED_VALUE, at, 1, "");
			yield null;
		}
		default -> word();
		};
	}

	private JsonNode nested(boolean object) {
		int from = at;
		if (depth == MAX_DEPTH) {
			problem(Kind.TOO_DEEP, at, 1, Integer.toString(MAX_DEPTH));
			at = text.length();
			return new JsonScalar(from, at - from, JsonScalar.Type.NULL, "null");
		}
		depth++;
		at++;
		JsonNode node = object ? object(from) : array(from);
		depth--;
		return node;
	}

	private JsonNode object(int from) {
		List<JsonMember> members = new ArrayList<>();
		Set<String> names = new HashSet<>();
		int comma = -1;
		while (!ends('}', Kind.UNCLOSED_OBJECT, from, comma)) {
			if (!members.isEmpty() && comma < 0) {
				problem(Kind.EXPECTED_COMMA, members.get(members.size() - 1).end() - 1, 1, "");
			}
			if (text.charAt(at) == ',') {
				problem(Kind.EXPECTED_NAME, at, 1, "");
				comma = at++;
				continue;
			}
			int nameAt = at;
			String name = name();
			int nameLength = at - nameAt;
			if (!names.add(name)) {
				problem(Kind.DUPLICATE_NAME, nameAt, nameLength, name);
			}
			int behindName = at;
			skipSpace();
			boolean colon = at < text.length() && text.charAt(at) == ':';
			if (colon) {
				at++;
			} else {
				problem(Kind.EXPECTED_COLON, Math.max(nameAt, behindName - 1), 1, "");
			}
			JsonNode value = colon || at < text.length() && text.charAt(at) != '}' && text.charAt(at) != ',' ? value() : null;
			members.add(new JsonMember(nameAt, nameLength, name,
					value == null ? new JsonScalar(at, 0, JsonScalar.Type.NULL, "null") : value));
			comma = comma();
		}
		return new JsonObjectNode(from, at - from, members);
	}

	private String name() {
		char first = text.charAt(at);
		if (first == '"' || first == '\'') {
			return string(first).text();
		}
		int from = at;
		skipWord();
		if (at > from) {
			problem(Kind.UNQUOTED, from, at - from, text.substring(from, at));
		} else {
			problem(Kind.EXPECTED_NAME, at, 1, "");
			// a value without a name is read as if it had one; of everything else a character is left out, so that there is an end
			if (first != ':' && first != '{' && first != '[') {
				at++;
			}
		}
		return text.substring(from, at);
	}

	private JsonNode array(int from) {
		List<JsonNode> items = new ArrayList<>();
		int comma = -1;
		while (!ends(']', Kind.UNCLOSED_ARRAY, from, comma)) {
			if (!items.isEmpty() && comma < 0) {
				problem(Kind.EXPECTED_COMMA, items.get(items.size() - 1).end() - 1, 1, "");
			}
			int before = at;
			JsonNode item = value();
			if (item != null) {
				items.add(item);
			} else if (at == before && at < text.length() && text.charAt(at) != ',') {
				at++;
			}
			comma = comma();
		}
		return new JsonArrayNode(from, at - from, items);
	}

	/** Whether the object or array ends here, and with it what is read of it. */
	private boolean ends(char close, Kind unclosed, int from, int comma) {
		skipSpace();
		if (at == text.length()) {
			problem(unclosed, from, 1, "");
			return true;
		}
		char c = text.charAt(at);
		if (c == close) {
			at++;
		} else if (c == '}' || c == ']') {
			// the end of what is around it, if there is such
			problem(unclosed, from, 1, "");
			if (depth == 1) {
				at++;
			}
		} else {
			return false;
		}
		if (comma >= 0) {
			problem(Kind.TRAILING_COMMA, comma, 1, "");
		}
		return true;
	}

	/** Where the comma behind a value is, -1 if there is none. */
	private int comma() {
		skipSpace();
		return at < text.length() && text.charAt(at) == ',' ? at++ : -1;
	}

	private JsonScalar string(char quote) {
		int from = at;
		if (quote == '\'') {
			problem(Kind.SINGLE_QUOTES, from, 1, "");
		}
		String value = strings.read(from);
		at = strings.end();
		return new JsonScalar(from, at - from, JsonScalar.Type.STRING, value);
	}

	private JsonNode word() {
		int from = at;
		skipWord();
		if (at == from) {
			at++;
			problem(Kind.UNEXPECTED, from, 1, text.substring(from, at));
			return new JsonScalar(from, 1, JsonScalar.Type.NULL, "null");
		}
		String word = text.substring(from, at);
		JsonScalar.Type type = switch (word) {
		case "true", "false" -> JsonScalar.Type.BOOLEAN;
		case "null" -> JsonScalar.Type.NULL;
		default -> {
			if (JsonNumbers.isNumber(word)) {
				yield JsonScalar.Type.NUMBER;
			}
			boolean number = "+-.0123456789".indexOf(word.charAt(0)) >= 0 || word.equals("NaN");
			problem(number ? Kind.NOT_A_NUMBER : Kind.UNQUOTED, from, at - from, word);
			yield JsonScalar.Type.STRING;
		}
		};
		return new JsonScalar(from, at - from, type, word);
	}

	private void skipWord() {
		while (at < text.length() && isOfWord(text.charAt(at)) && !isComment()) {
			at++;
		}
	}

	private static boolean isOfWord(char c) {
		return !isSpace(c) && "{}[],:\"'".indexOf(c) < 0;
	}

	private boolean isComment() {
		return text.startsWith("//", at) || text.startsWith("/*", at);
	}

	private void skipSpace() {
		while (at < text.length()) {
			if (isSpace(text.charAt(at))) {
				at++;
			} else if (isComment()) {
				int from = at;
				boolean line = text.charAt(at + 1) == '/';
				int end = text.indexOf(line ? "\n" : "*/", at + 2);
				at = end < 0 ? text.length() : line ? end : end + 2;
				problem(Kind.COMMENT, from, at - from, "");
			} else {
				return;
			}
		}
	}

	private static boolean isSpace(char c) {
		return c == ' ' || c == '\n' || c == '\r' || c == '\t';
	}

	private void problem(Kind kind, int offset, int length, String detail) {
		if (problems.size() < MAX_PROBLEMS) {
			problems.add(new JsonProblem(kind, offset, length, detail));
		}
	}
}
