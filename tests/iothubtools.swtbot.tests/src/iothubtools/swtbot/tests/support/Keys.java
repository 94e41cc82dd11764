// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtbot.swt.finder.keyboard.Keyboard;
import org.eclipse.swtbot.swt.finder.keyboard.KeyboardFactory;
import org.eclipse.swtbot.swt.finder.widgets.AbstractSWTBot;

import iothubtools.tour.driver.Ui;

/**
 * The keyboard, whose keys go where the desktop has the focus. That arrives a moment after a window has opened or closed; until
 * then SWT may refuse to post a key, although it names the control that has the focus.
 *
 * <p>
 * Keys are posted on the UI thread, which SWTBot itself does not do: {@link org.eclipse.swt.widgets.Display#post} reads and writes
 * what GDK keeps, and GDK is for one thread alone. From another thread it damages memory, and the process dies somewhere later.
 */
public final class Keys {

	private Keys() {
	}

	/** Gives a control the focus, waits until it has it, and presses keys together. */
	public static void press(AbstractSWTBot<? extends Control> where, KeyStroke... keys) {
		Control control = where.widget;
		Keyboard keyboard = KeyboardFactory.getSWTKeyboard();
		where.setFocus();
		Eventually.holds("the focus to be on " + where, () -> Boolean.TRUE.equals(Ui.get(() -> hasFocus(control))));
		Eventually.holds("the keys to be taken by " + where, () -> {
			Ui.run(() -> keyboard.pressShortcut(keys));
			return true;
		});
	}

	private static boolean hasFocus(Control control) {
		return Ui.display().getActiveShell() == control.getShell() && control.isFocusControl();
	}
}
