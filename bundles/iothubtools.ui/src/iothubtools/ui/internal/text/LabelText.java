// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.text;

/** Texts with names in them that are not ours. */
public final class LabelText {

	private LabelText() {
	}

	/** The text as a label, a button or the question of a dialog shows it whole: an {@code &} would mark a mnemonic, and not be shown. */
	public static String of(String text) {
		return text.replace("&", "&&");
	}
}
