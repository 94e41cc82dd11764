// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;

import iothubtools.core.snippets.SentCall;

/** The calls whose texts a console shows, so that one is found by a place in the text. Those of texts that are gone are forgotten. */
final class ShownCalls {

	/** How the first line of an exchange begins, with its time; other lines are further in, or say what came of it. */
	private static final Pattern FIRST_LINE = Pattern.compile("[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}  .*");

	private final int maxText;
	private final Map<String, SentCall> calls = new HashMap<>();
	private final Deque<Shown> texts = new ArrayDeque<>();
	private int length;

	/** @param maxText characters that the console keeps at most */
	ShownCalls(int maxText) {
		this.maxText = maxText;
	}

	private record Shown(String firstLine, int length, SentCall call) {
	}

	/** It is about to be shown. */
	synchronized void add(ExchangeText text, SentCall call) {
		Shown shown = new Shown(text.request(), text.toString().length(), call);
		texts.addLast(shown);
		calls.put(shown.firstLine, call);
		length += shown.length;
		while (length > maxText && texts.size() > 1) {
			Shown oldest = texts.removeFirst();
			calls.remove(oldest.firstLine, oldest.call);
			length -= oldest.length;
		}
	}

	/** The call whose lines this place is among; null if there is none. */
	synchronized @Nullable SentCall at(IDocument document, int offset) {
		try {
			for (int number = document.getLineOfOffset(offset); number >= 0; number--) {
				IRegion line = document.getLineInformation(number);
				String text = document.get(line.getOffset(), line.getLength());
				if (FIRST_LINE.matcher(text).matches()) {
					return calls.get(text);
				}
			}
		} catch (BadLocationException e) {
			// the oldest text went meanwhile
		}
		return null;
	}
}
