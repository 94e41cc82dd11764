// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.json;

/**
 * JSON as people write it in scripts, made JSON: names without quotes, names and strings in single quotes. The service reads
 * requests about identities so.
 */
final class LooseNames {

	private final String text;
	private final StringBuilder strict;
	private int at;
	/** What came before the place at hand, blanks aside: a bare word is a name only behind a brace or a comma. */
	private char before = ' ';

	private LooseNames(String text) {
		this.text = text;
		this.strict = new StringBuilder(text.length() + 16);
	}

	/** The same with double quotes; what is no JSON for another reason is left as it is. */
	static String quoted(String text) {
		return new LooseNames(text).convert();
	}

	private String convert() {
		while (at < text.length()) {
			char next = text.charAt(at);
			if (next == '"' || next == '\'') {
				string(next);
			} else if (isName(next) && (before == '{' || before == ',') && isNamed()) {
				name();
			} else {
				strict.append(next);
				at++;
			}
			if (!Character.isWhitespace(next)) {
				before = next;
			}
		}
		return strict.toString();
	}

	private void string(char quote) {
		strict.append('"');
		at++;
		while (at < text.length() && text.charAt(at) != quote) {
			char next = text.charAt(at++);
			if (next == '\\' && at < text.length()) {
				char escaped = text.charAt(at++);
				strict.append(escaped == '\'' ? "'" : "\\" + escaped);
			} else {
				strict.append(next == '"' ? "\\\"" : String.valueOf(next));
			}
		}
		if (at < text.length()) {
			strict.append('"');
			at++;
		}
	}

	/** Whether a colon follows the word that begins here: in an array there are no names. */
	private boolean isNamed() {
		int end = at;
		while (end < text.length() && isName(text.charAt(end))) {
			end++;
		}
		while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		return end < text.length() && text.charAt(end) == ':';
	}

	private void name() {
		strict.append('"');
		while (isName(text.charAt(at))) {
			strict.append(text.charAt(at++));
		}
		strict.append('"');
	}

	private static boolean isName(char character) {
		return Character.isLetterOrDigit(character) || character == '_' || character == '$';
	}
}
