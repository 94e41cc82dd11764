// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.ui.internal.ToolTips;

/** Tells what a cell says, when the mouse rests on it and not all of it can be seen. */
public final class CellToolTip {

	/** More would cover what it is about, and more than the screen. */
	private static final int MOST = 1000;
	private static final int NONE = -1;

	private CellToolTip() {
	}

	/** From now on. */
	public static <T> void install(RowTable<ItemRow<T>> rows, TableColumns<T> heads) {
		Table table = rows.table();
		table.addListener(SWT.MouseHover, event -> ToolTips.show(table, text(rows, heads, new Point(event.x, event.y))));
	}

	private static <T> @Nullable String text(RowTable<ItemRow<T>> rows, TableColumns<T> heads, Point mouse) {
		TableItem item = rows.table().getItem(mouse);
		ItemRow<T> row = item == null ? null : rows.row(item);
		int index = item == null || row == null ? NONE : column(item, mouse);
		if (item == null || row == null || index == NONE) {
			return null;
		}
		String text = heads.columns().all().get(index).text(row.item());
		// what has lines stands on one in its cell
		return text.lines().count() > 1 || isCut(item, index) ? shortened(text) : null;
	}

	/** The column below the mouse; -1 for none. */
	public static int column(TableItem item, Point mouse) {
		return IntStream.range(0, item.getParent().getColumnCount()).filter(index -> item.getBounds(index).contains(mouse)).findFirst().orElse(NONE);
	}

	/** What is to be told of a cell, for tables that tell something else of others; null where all of it can be seen. */
	public static @Nullable String ofCut(TableItem item, int column) {
		return column == NONE || !isCut(item, column) ? null : shortened(item.getText(column));
	}

	/** By its column, or by the edge of a table that is narrower than its columns. */
	private static boolean isCut(TableItem item, int column) {
		Table table = item.getParent();
		Rectangle seen = item.getTextBounds(column).intersection(table.getClientArea());
		GC gc = new GC(table);
		try {
			gc.setFont(item.getFont(column));
			return gc.textExtent(item.getText(column)).x > seen.width;
		} finally {
			gc.dispose();
		}
	}

	private static String shortened(String text) {
		return text.length() <= MOST ? text : text.substring(0, MOST) + '\u2026';
	}
}
