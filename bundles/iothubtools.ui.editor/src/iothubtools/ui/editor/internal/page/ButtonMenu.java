// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The context menu of rows that have buttons below them: it does what they do, when they can. */
public final class ButtonMenu {

	private ButtonMenu() {
	}

	/** Gives the rows their menu. */
	public static void create(Control rows, List<Button> buttons) {
		Menu menu = new Menu(rows);
		for (Button button : buttons) {
			MenuItem item = new MenuItem(menu, SWT.PUSH);
			item.setText(button.getText());
			item.addListener(SWT.Selection, event -> button.notifyListeners(SWT.Selection, new Event()));
			menu.addListener(SWT.Show, event -> item.setEnabled(button.isEnabled()));
		}
		rows.setMenu(menu);
	}
}
