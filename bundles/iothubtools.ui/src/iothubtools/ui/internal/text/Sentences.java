// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.text;

import java.util.Locale;

/** Words that stand alone, put into sentences. */
public final class Sentences {

	private Sentences() {
	}

	/** The same words within a sentence. Only the first letter is another: nouns of other languages keep theirs, and the first word is none. */
	public static String inside(String words) {
		return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
	}
}
