// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.text;

/**
 * Halves of characters without their other halves. Texts of Java and of JSON can hold them, where they are escaped, and a hub keeps them; UTF-8 has
 * nothing for them.
 */
public final class HalfCharacters {

	private HalfCharacters() {
	}

	/** Whether one is at this place. */
	public static boolean isAt(CharSequence text, int at) {
		char c = text.charAt(at);
		return Character.isHighSurrogate(c) ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
				: Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
	}

	/** Whether there is one. */
	public static boolean areIn(CharSequence text) {
		return first(text) >= 0;
	}

	private static int first(CharSequence text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i)) && isAt(text, i)) {
				return i;
			}
		}
		return -1;
	}

	/** The same JSON with them escaped; they are in its texts and names and nowhere else. */
	public static String escaped(String json) {
		int from = first(json);
		if (from < 0) {
			return json;
		}
		StringBuilder escaped = new StringBuilder(json.length() + 16).append(json, 0, from);
		for (int i = from; i < json.length(); i++) {
			char c = json.charAt(i);
			if (isAt(json, i)) {
				escaped.append(escaped(c));
			} else {
				escaped.append(c);
			}
		}
		return escaped.toString();
	}

	/** One as JSON has it. */
	public static String escaped(char half) {
		return String.format("\\u%04x", (int) half);
	}
}
