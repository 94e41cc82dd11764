// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;

import iothubtools.ui.internal.table.ItemTable;

/**
 * Copies the selected rows of a table as lines of tab-separated columns, by key and by menu. For dialogs, wizards and editors: views have the
 * commands of the workbench for it.
 */
public final class CopyRows {

	private final ItemTable<?> rows;

	private CopyRows(ItemTable<?> rows) {
		this.rows = rows;
	}

	/** From now on; the entry stands below what the table's menu has already. */
	public static void install(ItemTable<?> rows) {
		CopyRows copy = new CopyRows(rows);
		Table table = rows.widget();
		table.addListener(SWT.KeyDown, copy::key);
		Menu menu = table.getMenu();
		if (menu == null) {
			menu = new Menu(table);
			table.setMenu(menu);
		} else {
			new MenuItem(menu, SWT.SEPARATOR);
		}
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(Messages.Rows_copy);
		item.addListener(SWT.Selection, event -> copy.copy());
		menu.addListener(SWT.Show, event -> item.setEnabled(table.getSelectionCount() > 0));
	}

	private void key(Event event) {
		if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
			copy();
		} else if (event.stateMask == SWT.MOD1 && event.keyCode == 'a') {
			rows.selectAll();
		}
	}

	private void copy() {
		Clipboards.copy(rows.selectedAsText());
	}
}
