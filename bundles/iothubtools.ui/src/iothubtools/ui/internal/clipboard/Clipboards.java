// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** The desktop's clipboard: whatever this IDE puts there or takes from it goes through here. On the UI thread. */
public final class Clipboards {

	private static @Nullable SecretOnClipboard secret;
	private static @Nullable String dropped;

	private Clipboards() {
	}

	/** Replaces what is on the clipboard; an empty text leaves it alone. */
	public static void copy(String text) {
		if (text.isEmpty()) {
			return;
		}
		forgetSecret();
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		try {
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}

	/**
	 * The same for a key, a token or a connection string, which does not stay there: it is taken off when the time of
	 * {@link ClipboardPreferences} is over or the IDE ends, if it is still there.
	 */
	public static void copySecret(String text) {
		if (!ClipboardPreferences.clears()) {
			copy(text);
		} else if (!text.isEmpty()) {
			forgetSecret();
			SecretOnClipboard put = SecretOnClipboard.put(text);
			put.clearAfter(ClipboardPreferences.seconds());
			secret = put;
		}
	}

	/** A text that was dropped and is to be pasted; the clipboard keeps what it has. */
	public static void drop(String text) {
		dropped = text;
	}

	/** Forgets a text that was dropped and not pasted. */
	public static void endDrop() {
		dropped = null;
	}

	/** What is to be pasted: a text that was just dropped, else that of the clipboard. */
	public static String toPaste() {
		String text = dropped;
		dropped = null;
		return text == null ? text() : text;
	}

	/** The text that is there; empty when there is none. */
	public static String text() {
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		try {
			return clipboard.getContents(TextTransfer.getInstance()) instanceof String text ? text : "";
		} finally {
			clipboard.dispose();
		}
	}

	private static void forgetSecret() {
		SecretOnClipboard before = secret;
		if (before != null) {
			before.forget();
		}
		secret = null;
	}
}
