// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import iothubtools.ui.internal.clipboard.CopyRows;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemTable;
import iothubtools.ui.internal.table.TableFrame;

/** The table of a wizard's page: a row for each thing the wizard works on, to be read, sorted and copied. */
public final class PageTable {

	/** In pixels, unless there is more room. */
	private static final int WIDEST = 600;

	private PageTable() {
	}

	/**
	 * A table that takes the room that is left in a grid of one column.
	 *
	 * @param accessible what it is, for screen readers
	 * @param key        what stays the same of a thing when it changes
	 * @param lines      how many are seen at least
	 */
	public static <T> ItemTable<T> create(Composite page, String id, String accessible, Columns<T> columns, Function<T, Object> key, int lines) {
		ItemTable<T> table = new ItemTable<>(TableFrame.in(page), SWT.BORDER | SWT.MULTI, id, accessible, columns, key);
		TableFrame.grab(table.widget(), Math.min(WIDEST, table.widget().getParent().computeSize(SWT.DEFAULT, SWT.DEFAULT).x), lines);
		CopyRows.install(table);
		return table;
	}
}
