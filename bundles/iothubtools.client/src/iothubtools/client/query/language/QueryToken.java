// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.query.language;

/**
 * A word, sign or literal of a query.
 *
 * @param offset of its first character in the query
 * @param text   as it stands there
 */
public record QueryToken(Kind kind, int offset, String text) {

	/** What a token is. */
	public enum Kind {
		/** A keyword, a function or a name. */
		WORD,
		/** A name in double brackets behind a dot. */
		BRACKETED,
		STRING, NUMBER,
		/** {@code = != <> < > <= >=}. */
		COMPARISON,
		/** {@code + - * / %}. */
		ARITHMETIC, DOT, COMMA, OPEN, CLOSE, OPEN_ARRAY, CLOSE_ARRAY,
		/** A string that has no end. */
		UNCLOSED_STRING,
		/** A name in double brackets that has no end. */
		UNCLOSED_NAME,
		/** Nothing that the language has. */
		OTHER
	}

	/** Where it ends: the offset behind its last character. */
	public int end() {
		return offset + text.length();
	}

	/** Whether it is this word, in any case. */
	public boolean is(String word) {
		return kind == Kind.WORD && text.equalsIgnoreCase(word);
	}
}
