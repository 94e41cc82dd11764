// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

/**
 * Indents JSON for reading. Works on the characters alone, so that a body that was cut off in the middle, or is no JSON
 * at all, is shown as far as it goes.
 */
public final class JsonIndent {

	private static final String INDENT = "  ";

	private final StringBuilder out = new StringBuilder();
	private int depth;
	private boolean inString;
	private boolean escaped;

	private JsonIndent() {
	}

	/** The text itself when it does not begin like JSON. */
	public static String of(String text) {
		String json = text.strip();
		if (!json.startsWith("{") && !json.startsWith("[")) {
			return text;
		}
		JsonIndent indent = new JsonIndent();
		for (int i = 0; i < json.length(); i++) {
			indent.add(json, i);
		}
		return indent.out.toString();
	}

	private void add(String json, int index) {
		char c = json.charAt(index);
		if (inString) {
			out.append(c);
			inString = escaped || c != '"';
			escaped = !escaped && c == '\\';
		} else if (c == '{' || c == '[') {
			open(json, index, c);
		} else if (c == '}' || c == ']') {
			close(c);
		} else if (c == ',') {
			out.append(c);
			newLine();
		} else if (c == ':') {
			out.append(": ");
		} else if (!Character.isWhitespace(c)) {
			out.append(c);
			inString = c == '"';
		}
	}

	private void open(String json, int index, char c) {
		out.append(c);
		depth++;
		if (!closesNext(json, index)) {
			newLine();
		}
	}

	private void close(char c) {
		depth = Math.max(0, depth - 1);
		char last = out.charAt(out.length() - 1);
		if (last != '{' && last != '[') {
			newLine();
		}
		out.append(c);
	}

	/** Whether an object or array is empty, which is shown on one line. */
	private static boolean closesNext(String json, int index) {
		int next = index + 1;
		while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
			next++;
		}
		return next < json.length() && (json.charAt(next) == '}' || json.charAt(next) == ']');
	}

	private void newLine() {
		out.append('\n').append(INDENT.repeat(depth));
	}
}
