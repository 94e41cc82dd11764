// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;

/** Puts a text in the place of another, and touches only what is different: the cursor, and what is folded or seen, stay in the rest. */
public final class TextReplacement {

	private TextReplacement() {
	}

	/** Makes the document say this. */
	public static void apply(IDocument document, String wanted) {
		String text = document.get();
		int most = Math.min(text.length(), wanted.length());
		int begin = 0;
		while (begin < most && text.charAt(begin) == wanted.charAt(begin)) {
			begin++;
		}
		int end = 0;
		while (end < most - begin && text.charAt(text.length() - 1 - end) == wanted.charAt(wanted.length() - 1 - end)) {
			end++;
		}
		try {
			document.replace(begin, text.length() - begin - end, wanted.substring(begin, wanted.length() - end));
		} catch (BadLocationException e) {
			// these places are in it
			throw new IllegalStateException(e);
		}
	}
}
