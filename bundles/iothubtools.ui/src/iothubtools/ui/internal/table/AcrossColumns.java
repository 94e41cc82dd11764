// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TableItem;

/**
 * Lets the text of some rows go on through the columns beside its own, which are empty in these rows: each of them draws the part of the text
 * that lies in it.
 */
public final class AcrossColumns<R extends TableRow> {

	private final RowTable<R> rows;
	private final int column;
	private final Function<R, @Nullable String> text;

	private AcrossColumns(RowTable<R> rows, int column, Function<R, @Nullable String> text) {
		this.rows = rows;
		this.column = column;
		this.text = text;
	}

	/**
	 * Draws from now on.
	 *
	 * @param column that of the text
	 * @param text   what stands in it; null for a row that keeps to its columns
	 */
	public static <R extends TableRow> void install(RowTable<R> rows, int column, Function<R, @Nullable String> text) {
		AcrossColumns<R> across = new AcrossColumns<>(rows, column, text);
		rows.table().addListener(SWT.PaintItem, across::paint);
	}

	private void paint(Event event) {
		if (event.index == column || !(event.item instanceof TableItem item)) {
			return;
		}
		R row = rows.row(item);
		String whole = row == null ? null : text.apply(row);
		if (whole == null) {
			return;
		}
		Rectangle begin = item.getTextBounds(column);
		Rectangle cell = item.getBounds(event.index);
		if (cell.x > begin.x) {
			event.gc.setFont(item.getFont());
			int y = cell.y + (cell.height - event.gc.textExtent(whole).y) / 2;
			// there is room between cells that is no cell's
			int left = endBefore(item, event.index);
			event.gc.setClipping(left, cell.y, cell.x + cell.width - left, cell.height);
			event.gc.drawText(whole, begin.x, y, SWT.DRAW_TRANSPARENT);
		}
	}

	/** Where the cell ends that stands before this one on the screen. */
	private int endBefore(TableItem item, int index) {
		int before = index;
		for (int each : rows.table().getColumnOrder()) {
			if (each == index) {
				break;
			}
			before = each;
		}
		Rectangle cell = item.getBounds(before);
		return cell.x + cell.width;
	}
}
