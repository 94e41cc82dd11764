// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.query.language;

import java.util.ArrayList;
import java.util.List;

import iothubtools.client.query.language.QueryToken.Kind;

/** Takes a query apart. Whatever the text, there are tokens for all of it but the white space. */
public final class QueryTokens {

	private final String text;
	private final List<QueryToken> tokens = new ArrayList<>();
	private int at;

	private QueryTokens(String text) {
		this.text = text;
	}

	/** The tokens of a query in their order. */
	public static List<QueryToken> of(String query) {
		QueryTokens tokens = new QueryTokens(query);
		tokens.read();
		return List.copyOf(tokens.tokens);
	}

	private void read() {
		while (at < text.length()) {
			char first = text.charAt(at);
			if (Character.isWhitespace(first)) {
				at++;
			} else {
				int from = at;
				Kind kind = next(first);
				tokens.add(new QueryToken(kind, from, text.substring(from, at)));
			}
		}
	}

	private Kind next(char first) {
		if (isLetter(first)) {
			at++;
			skipName();
			return Kind.WORD;
		}
		if (isDigit(first)) {
			return number();
		}
		if (first == '\'' || first == '"') {
			return string(first);
		}
		if (first == '[' && text.startsWith("[[", at) && endsWith(Kind.DOT)) {
			return bracketed();
		}
		at++;
		return switch (first) {
		case '.' -> Kind.DOT;
		case ',' -> Kind.COMMA;
		case '(' -> Kind.OPEN;
		case ')' -> Kind.CLOSE;
		case '[' -> Kind.OPEN_ARRAY;
		case ']' -> Kind.CLOSE_ARRAY;
		case '+', '-', '*', '/', '%' -> Kind.ARITHMETIC;
		case '=' -> Kind.COMPARISON;
		case '<' -> {
			if (!skip('=')) {
				skip('>');
			}
			yield Kind.COMPARISON;
		}
		case '>' -> {
			skip('=');
			yield Kind.COMPARISON;
		}
		case '!' -> skip('=') ? Kind.COMPARISON : Kind.OTHER;
		default -> Kind.OTHER;
		};
	}

	private boolean skip(char expected) {
		if (at < text.length() && text.charAt(at) == expected) {
			at++;
			return true;
		}
		return false;
	}

	private Kind number() {
		if (text.charAt(at) == '0' && at + 2 < text.length() && (text.charAt(at + 1) | ' ') == 'x'
				&& Character.digit(text.charAt(at + 2), 16) >= 0) {
			at += 2;
			while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
				at++;
			}
			return Kind.NUMBER;
		}
		skipDigits();
		if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
			at++;
			skipDigits();
		}
		if (at < text.length() && (text.charAt(at) | ' ') == 'e') {
			int sign = at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-') ? 1 : 0;
			if (at + 1 + sign < text.length() && isDigit(text.charAt(at + 1 + sign))) {
				at += 1 + sign;
				skipDigits();
			}
		}
		return Kind.NUMBER;
	}

	private Kind string(char quote) {
		at++;
		while (at < text.length()) {
			char next = text.charAt(at++);
			if (next == quote) {
				return Kind.STRING;
			}
			if (next == '\\' && at < text.length()) {
				at++;
			}
		}
		return Kind.UNCLOSED_STRING;
	}

	private Kind bracketed() {
		int end = text.indexOf("]]", at + 2);
		at = end < 0 ? text.length() : end + 2;
		return end < 0 ? Kind.UNCLOSED_NAME : Kind.BRACKETED;
	}

	private boolean endsWith(Kind kind) {
		return !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == kind;
	}

	private void skipDigits() {
		while (at < text.length() && isDigit(text.charAt(at))) {
			at++;
		}
	}

	private void skipName() {
		while (at < text.length() && isNamePart(text.charAt(at))) {
			at++;
		}
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isLetter(char c) {
		// rather more than less; the curly quotes of word processors are none
		return c == '_' || c == '$' || Character.isLetter(c) || c >= '\u00c0' && c <= '\u1fff' || c >= '\u2070' && c <= '\u2fff'
				|| c >= '\u3004' && c <= '\ufffd';
	}

	/** Whether a character may stand in a name that is not in brackets. */
	public static boolean isNamePart(char c) {
		return isLetter(c) || isDigit(c);
	}
}
