// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

/**
 * Where a table stands in a form: its columns share the room there is. Each is at least as wide as it and its head say, and has a part of what is left in
 * proportion to that.
 */
public final class TableFrame {

	/** A header is higher than a row, and not measured before it is seen. */
	private static final int HEADER_LINES = 2;
	/** Rows whose texts say how wide a column is. */
	private static final int MEASURED = 100;
	/** Around a text, in pixels. */
	private static final int MARGIN = 24;

	private TableFrame() {
	}

	/** A frame in which one table is made. */
	public static Composite in(Composite parent) {
		Composite frame = new Composite(parent, SWT.NONE);
		frame.setLayout(new TableColumnLayout());
		return frame;
	}

	/**
	 * Has a table take what room is left in the grid of its frame.
	 *
	 * @param width at the least, in pixels
	 * @param lines that are seen at the least
	 */
	public static void grab(Table table, int width, int lines) {
		GridDataFactory.fillDefaults().grab(true, true).hint(width, table.getItemHeight() * (lines + HEADER_LINES)).applyTo(table.getParent());
	}

	/** Lets the columns share the room; whether the table is in such a frame. */
	static boolean share(TableColumns<?> heads, Table table) {
		if (!(table.getParent().getLayout() instanceof TableColumnLayout layout)) {
			return false;
		}
		for (int i = 0; i < heads.columns().count(); i++) {
			Column<?> column = heads.columns().all().get(i);
			layout.setColumnData(table.getColumn(i), new ColumnWeightData(column.width(), TableColumns.firstWidth(table, column)));
		}
		table.getParent().layout();
		return true;
	}

	/** Makes room for the longest text of the last column, as far as it is looked for. */
	static <T> void fitLast(TableColumns<T> heads, Table table, RowList<ItemRow<T>> rows) {
		int last = heads.columns().count() - 1;
		Column<T> column = heads.columns().all().get(last);
		if (table.getParent().getLayout() instanceof TableColumnLayout layout) {
			GC gc = new GC(table);
			int longest = IntStream.range(0, Math.min(MEASURED, rows.size())).mapToObj(rows::get)
					.mapToInt(row -> gc.textExtent(column.text(row.item()).replaceAll("\\s+", " ")).x).max().orElse(0);
			gc.dispose();
			int least = TableColumns.firstWidth(table, column);
			layout.setColumnData(table.getColumn(last), new ColumnWeightData(column.width(), Math.max(least, longest + MARGIN)));
			table.getParent().layout();
		}
	}
}
