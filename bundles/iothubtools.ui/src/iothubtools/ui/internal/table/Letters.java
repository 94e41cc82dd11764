// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Letters by which the keyboard reaches the entries of one menu whose texts are not known before, each of its own as long as there are any. */
public final class Letters {

	private final Set<Integer> taken = new HashSet<>();

	/** @param marked texts of other entries of the menu, whose letters are marked already */
	public Letters(String... marked) {
		for (String text : marked) {
			int mark = text.indexOf('&');
			if (mark >= 0 && mark + 1 < text.length()) {
				taken.add(small(text.charAt(mark + 1)));
			}
		}
	}

	/** The text with its letter marked: the first of a word that is free, else the first one that is. */
	public String mark(String text) {
		int place = place(text, true);
		if (place < 0) {
			place = place(text, false);
		}
		if (place < 0) {
			return text.replace("&", "&&");
		}
		taken.add(small(text.charAt(place)));
		return text.substring(0, place).replace("&", "&&") + '&' + text.substring(place).replace("&", "&&");
	}

	private int place(String text, boolean begins) {
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			boolean first = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
			if (Character.isLetterOrDigit(letter) && (first || !begins) && !taken.contains(small(letter))) {
				return i;
			}
		}
		return -1;
	}

	private static int small(char letter) {
		return String.valueOf(letter).toLowerCase(Locale.ROOT).charAt(0);
	}
}
