// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;

/** The menu of a table's heads, in which columns are shown and hidden. Rows have a menu of their own. */
public final class ColumnMenu<T> {

	private final Table table;
	private final TableColumns<T> columns;
	private final List<Entry> entries;

	/**
	 * What stands below the columns.
	 *
	 * @param text with its mnemonic
	 */
	public record Entry(String text, Runnable action) {

		/** One that opens the dialog with all columns. */
		public static Entry choose(Runnable action) {
			return new Entry(Messages.Columns_choose, action);
		}

		/** One that has the columns as they are before anybody changed them. */
		public static Entry reset(Runnable action) {
			return new Entry(Messages.Columns_reset, action);
		}
	}

	private ColumnMenu(Table table, TableColumns<T> columns, List<Entry> entries) {
		this.table = table;
		this.columns = columns;
		this.entries = List.copyOf(entries);
	}

	/** Opens from now on. */
	public static <T> void install(Table table, TableColumns<T> columns, Entry... entries) {
		ColumnMenu<T> menu = new ColumnMenu<>(table, columns, List.of(entries));
		table.addListener(SWT.MenuDetect, menu::detect);
	}

	/**
	 * Opens from now on, with nothing below the columns but their dialog and reset.
	 *
	 * @param choose opens the dialog with all columns
	 */
	public static <T> void install(Table table, TableColumns<T> columns, Runnable choose) {
		install(table, columns, Entry.choose(choose), Entry.reset(columns::reset));
	}

	private void detect(Event event) {
		// the menu key asks for the menu of the rows, wherever the mouse is
		if (event.detail == SWT.MENU_KEYBOARD || !onHeads(table.toControl(event.x, event.y))) {
			return;
		}
		event.doit = false;
		Menu menu = new Menu(table);
		Letters letters = new Letters(entries.stream().map(Entry::text).toArray(String[]::new));
		for (Column<T> column : columns.columns().all()) {
			MenuItem item = new MenuItem(menu, SWT.CHECK);
			item.setText(letters.mark(column.heading()));
			item.setSelection(!columns.isHidden(column));
			item.setEnabled(!column.equals(columns.columns().first()));
			item.addListener(SWT.Selection, selected -> columns.hide(column, !item.getSelection()));
		}
		new MenuItem(menu, SWT.SEPARATOR);
		entries.forEach(entry -> item(menu, entry.text(), entry.action()));
		// after its items have told that they were selected
		menu.addListener(SWT.Hide, hidden -> table.getDisplay().asyncExec(menu::dispose));
		menu.setLocation(event.x, event.y);
		menu.setVisible(true);
	}

	private static void item(Menu menu, String text, Runnable action) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(text);
		item.addListener(SWT.Selection, selected -> action.run());
	}

	private boolean onHeads(Point point) {
		Rectangle area = table.getClientArea();
		return point.y >= area.y && point.y < area.y + table.getHeaderHeight();
	}
}
