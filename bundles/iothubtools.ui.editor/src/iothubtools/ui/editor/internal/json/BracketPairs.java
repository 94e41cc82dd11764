// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import java.util.ArrayDeque;
import java.util.Deque;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.ICharacterPairMatcher;

/**
 * Finds the bracket that belongs to the one beside the cursor in JSON, also in one that is being typed: brackets in strings are text, which the matcher
 * of Eclipse takes for brackets where a document has no partitions.
 */
public final class BracketPairs implements ICharacterPairMatcher {

	private static final String OPEN = "{[";
	private static final String CLOSE = "}]";

	private int anchor = LEFT;

	/** From the opening to the closing bracket, both in it; null where there is no pair. The bracket before the cursor comes before the one after it. */
	@Override
	public @Nullable IRegion match(@Nullable IDocument document, int offset) {
		String text = document == null ? "" : document.get();
		IRegion before = pair(text, offset - 1);
		return before == null ? pair(text, offset) : before;
	}

	private @Nullable IRegion pair(String text, int at) {
		if (at < 0 || at >= text.length() || OPEN.indexOf(text.charAt(at)) < 0 && CLOSE.indexOf(text.charAt(at)) < 0) {
			return null;
		}
		Deque<Integer> open = new ArrayDeque<>();
		boolean string = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (string) {
				// one that is not ended yet ends with its line
				string = c != '"' && c != '\n' && c != '\r';
				i += c == '\\' && i + 1 < text.length() && text.charAt(i + 1) >= ' ' ? 1 : 0;
			} else if (c == '"') {
				string = true;
			} else if (OPEN.indexOf(c) >= 0) {
				open.push(i);
			} else if (CLOSE.indexOf(c) >= 0) {
				Integer begin = open.poll();
				if (begin == null || OPEN.indexOf(text.charAt(begin)) != CLOSE.indexOf(c)) {
					// from here on nothing is sure
					return null;
				} else if (begin == at || i == at) {
					anchor = i == at ? RIGHT : LEFT;
					return new Region(begin, i + 1 - begin);
				}
			}
		}
		return null;
	}

	/** Of the bracket beside the cursor that was found last: {@link #LEFT} where it opens. */
	@Override
	public int getAnchor() {
		return anchor;
	}

	@Override
	public void clear() {
		// nothing is kept of a document
	}

	@Override
	public void dispose() {
		// nor anything else
	}
}
