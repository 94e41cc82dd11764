// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

import iothubtools.tour.driver.Ui;

/** The desktop's clipboard, between the IDE and the other windows a person has open. */
public final class Pasteboard {

	private Pasteboard() {
	}

	/** Puts text there, as copying it in a browser does. */
	public static void put(String text) {
		Ui.run(() -> {
			Clipboard clipboard = new Clipboard(Display.getCurrent());
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
			clipboard.dispose();
		});
	}

	/** What is there, as pasting it elsewhere would show; null for no text. */
	public static String text() {
		return Ui.get(() -> {
			Clipboard clipboard = new Clipboard(Display.getCurrent());
			String text = (String) clipboard.getContents(TextTransfer.getInstance());
			clipboard.dispose();
			return text;
		});
	}
}
