// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.regex.Pattern;

/**
 * A text that is read only so long: some regular expressions go over a text again and again, and nothing ends them. What takes longer is
 * taken for not found.
 */
final class LimitedText implements CharSequence {

	/** A thousand times what an id of 128 characters takes that is read once. */
	private static final int CHARACTERS = 128_000;

	/** Ends the search. */
	private static final class TooLong extends RuntimeException {

		private static final long serialVersionUID = 1L;

		TooLong() {
			super(null, null, false, false);
		}
	}

	private final String text;
	private int read;

	private LimitedText(String text) {
		this.text = text;
	}

	/** Whether the pattern is found in the text before too many characters were read. */
	static boolean contains(String text, Pattern pattern) {
		try {
			return pattern.matcher(new LimitedText(text)).find();
		} catch (TooLong e) {
			return false;
		}
	}

	@Override
	public char charAt(int index) {
		if (++read > CHARACTERS) {
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
