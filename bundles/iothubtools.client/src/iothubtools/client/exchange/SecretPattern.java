// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a secret is written. It is looked for only where it may begin: a pattern that is tried at each character of each reply takes longer
 * than all the rest of a call.
 *
 * @param pattern what stands before the secret in group 1, and the secret
 * @param begin   where it may begin
 */
record SecretPattern(Pattern pattern, Begin begin) {

	/** Finds where something may begin. */
	@FunctionalInterface
	interface Begin {

		/** The first such place at an index or after it; negative if there is none. */
		int next(String text, int from);
	}

	/** {@code text} with {@code mask} in place of each such secret. */
	String masked(String text, String mask) {
		Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
		StringBuilder masked = new StringBuilder();
		int copied = 0;
		int at = begin.next(text, 0);
		while (at >= 0) {
			int next = at + 1;
			if (matcher.region(at, text.length()).lookingAt()) {
				masked.append(text, copied, matcher.end(1)).append(mask);
				copied = matcher.end();
				next = Math.max(next, copied);
			}
			at = begin.next(text, next);
		}
		return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
	}

	/** Where this stands, in this case. */
	static Begin text(String text) {
		return (in, from) -> in.indexOf(text, from);
	}

	/** Where one of these small letters stands, in any case. */
	static Begin letter(String letters) {
		return where((in, i) -> isOneOf(letters, in.charAt(i)));
	}

	/** Where one of these small letters stands behind a quotation mark, in any case. */
	static Begin quoted(String letters) {
		return where((in, i) -> in.charAt(i) == '"' && i + 1 < in.length() && isOneOf(letters, in.charAt(i + 1)));
	}

	/** Where one of these small letters stands, in any case, at the beginning of a word or behind what a text that was escaped may have before one. */
	static Begin word(String letters) {
		return where((in, i) -> isOneOf(letters, in.charAt(i)) && mayBegin(in, i));
	}

	@FunctionalInterface
	private interface Place {
		boolean is(String in, int index);
	}

	private static Begin where(Place place) {
		return (in, from) -> {
			int i = from;
			while (i < in.length() && !place.is(in, i)) {
				i++;
			}
			return i < in.length() ? i : -1;
		};
	}

	private static boolean isOneOf(String letters, char c) {
		return letters.indexOf(c | ' ') >= 0;
	}

	private static boolean mayBegin(String text, int index) {
		return index == 0 || !isOfWord(text.charAt(index - 1)) || is(text, index - 2, '\\') || is(text, index - 6, '\\')
				|| is(text, index - 3, '%') || is(text, index - 5, '%');
	}

	private static boolean isOfWord(char c) {
		return c < 128 && (Character.isLetterOrDigit(c) || c == '_');
	}

	private static boolean is(String text, int index, char c) {
		return index >= 0 && text.charAt(index) == c;
	}
}
