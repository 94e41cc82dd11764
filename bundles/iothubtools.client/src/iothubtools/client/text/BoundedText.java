// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.text;

import java.util.regex.Pattern;

/**
 * A text that is read only so long: some regular expressions go over a text again and again, and nothing ends them; others need more stack than
 * there is. What takes longer or more is taken for not found.
 */
public final class BoundedText implements CharSequence {

	/** So often a long text may be gone over, and a short one, as an id of 128 characters, a thousand times. */
	private static final int TIMES = 50;
	private static final int AT_LEAST = 128_000;

	/** Ends the search. */
	private static final class TooLong extends RuntimeException {

		private static final long serialVersionUID = 1L;

		TooLong() {
			super(null, null, false, false);
		}
	}

	private final String text;
	private long left;

	private BoundedText(String text) {
		this.text = text;
		left = Math.max(AT_LEAST, (long) TIMES * text.length());
	}

	/** Whether the pattern is found in the text before too many characters were read and with the stack that there is. */
	public static boolean contains(String text, Pattern pattern) {
		try {
			return pattern.matcher(new BoundedText(text)).find();
		} catch (TooLong | StackOverflowError e) {
			// Java goes one level deeper for each repetition of a group
			return false;
		}
	}

	@Override
	public char charAt(int index) {
		if (left-- == 0) {
			throw new TooLong();
		}
		return text.charAt(index);
	}

	@Override
	public int length() {
		return text.length();
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return text.substring(start, end);
	}

	@Override
	public String toString() {
		return text;
	}
}
