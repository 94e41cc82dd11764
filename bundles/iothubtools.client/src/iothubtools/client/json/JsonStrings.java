// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import iothubtools.client.json.JsonProblem.Kind;

/** Reads the strings of a text: what they say, and where they end. */
final class JsonStrings {

	private static final String ESCAPES = "\"\\/bfnrt";
	private static final String ESCAPED = "\"\\/\b\f\n\r\t";

	private final String text;
	private final Problems problems;
	private int at;

	/** Hears of what is wrong. */
	@FunctionalInterface
	interface Problems {
		void problem(Kind kind, int offset, int length, String detail);
	}

	JsonStrings(String text, Problems problems) {
		this.text = text;
		this.problems = problems;
	}

	/** What the string says that begins at {@code from} with its quote. */
	String read(int from) {
		char quote = text.charAt(from);
		at = from + 1;
		int plain = at;
		StringBuilder value = null;
		while (at < text.length()) {
			char c = text.charAt(at);
			if (c == quote) {
				String rest = text.substring(plain, at++);
				return value == null ? rest : value.append(rest).toString();
			}
			if (c == '\n' || c == '\r') {
				break;
			}
			if (c == '\\') {
				value = (value == null ? new StringBuilder() : value).append(text, plain, at);
				escape(value);
				plain = at;
			} else {
				if (c < ' ') {
					problems.problem(Kind.CONTROL_CHARACTER, at, 1, "");
				}
				at++;
			}
		}
		// up to the end of its line: most of what follows is right then
		problems.problem(Kind.UNCLOSED_STRING, from, at - from, "");
		String rest = text.substring(plain, at);
		return value == null ? rest : value.append(rest).toString();
	}

	/** Of the first character behind the string that was read last. */
	int end() {
		return at;
	}

	private void escape(StringBuilder value) {
		int from = at++;
		char c = at < text.length() ? text.charAt(at) : '\n';
		int known = ESCAPES.indexOf(c);
		if (known >= 0) {
			value.append(ESCAPED.charAt(known));
			at++;
		} else if (c == 'u' && hexAt(at + 1)) {
			value.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
			at += 5;
		} else if (c == '\n' || c == '\r') {
			problems.problem(Kind.UNKNOWN_ESCAPE, from, 1, "");
		} else {
			at++;
			problems.problem(Kind.UNKNOWN_ESCAPE, from, 2, text.substring(from, at));
			value.append(c);
		}
	}

	private boolean hexAt(int from) {
		if (from + 4 > text.length()) {
			return false;
		}
		for (int i = from; i < from + 4; i++) {
			char c = text.charAt(i);
			if (c > 'f' || Character.digit(c, 16) < 0) {
				return false;
			}
		}
		return true;
	}
}
