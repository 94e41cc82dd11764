// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;

/** The desktop's clipboard, between the IDE and the other windows a person has open. */
public final class Pasteboard {

	private Pasteboard() {
	}

	/** Puts text there, as copying it in a browser does. */
	public static void put(String text) {
		Ui.run(() -> {
			Clipboard clipboard = new Clipboard(Ui.display());
			try {
				clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
			} finally {
				clipboard.dispose();
			}
		});
	}

	/** What is there, as pasting it elsewhere would show; empty when it is no text. */
	public static String text() {
		String text = Ui.get(Pasteboard::read);
		return text == null ? "" : text;
	}

	private static @Nullable String read() {
		Clipboard clipboard = new Clipboard(Ui.display());
		try {
			return (String) clipboard.getContents(TextTransfer.getInstance());
		} finally {
			clipboard.dispose();
		}
	}
}
