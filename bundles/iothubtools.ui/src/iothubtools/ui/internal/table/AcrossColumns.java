// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TableItem;

/**
 * Lets the text of some rows go on through the columns beside its own, which are empty in these rows: each of them draws the part of the text
 * that lies in it, its own too, as the system would put its letters a little beside ours. A remark can follow the text, in a quieter look.
 */
public final class AcrossColumns<R extends TableRow> {

	/** Between the text and what follows it, about two blanks. */
	private static final int GAP = 10;
	/** Where the selection is painted over images, once somebody hears of EraseItem. */
	private static final boolean PAINTS_OVER = "gtk".equals(SWT.getPlatform());

	private final RowTable<R> rows;
	private final int column;
	private final Function<R, @Nullable String> text;
	private final Function<R, String> remark;

	private AcrossColumns(RowTable<R> rows, int column, Function<R, @Nullable String> text, Function<R, String> remark) {
		this.rows = rows;
		this.column = column;
		this.text = text;
		this.remark = remark;
	}

	/**
	 * Draws from now on.
	 *
	 * @param column that of the text
	 * @param text   what stands in it; null for a row that keeps to its columns
	 * @param remark what follows the text; empty for nothing. It is drawn only: who has rows read aloud needs it as the text of another
	 *               column, where nothing is drawn of a row that has a text across all
	 */
	public static <R extends TableRow> void install(RowTable<R> rows, int column, Function<R, @Nullable String> text,
			Function<R, String> remark) {
		AcrossColumns<R> across = new AcrossColumns<>(rows, column, text, remark);
		rows.table().addListener(SWT.EraseItem, across::erase);
		rows.table().addListener(SWT.PaintItem, across::paint);
	}

	private void erase(Event event) {
		R row = event.item instanceof TableItem item ? rows.row(item) : null;
		if (row != null && text.apply(row) != null) {
			event.detail &= ~SWT.FOREGROUND;
		}
	}

	private void paint(Event event) {
		if (!(event.item instanceof TableItem item)) {
			return;
		}
		R row = rows.row(item);
		String whole = row == null ? null : text.apply(row);
		// with the text, erase() takes away the image
		if (whole != null || PAINTS_OVER && (event.detail & SWT.SELECTED) != 0) {
			showImage(event, item);
		}
		if (row == null || whole == null) {
			return;
		}
		Rectangle begin = item.getTextBounds(column);
		Rectangle cell = item.getBounds(event.index);
		if (cell.x < item.getBounds(column).x) {
			return;
		}
		event.gc.setFont(item.getFont());
		Point extent = event.gc.textExtent(whole);
		int y = cell.y + (cell.height - extent.y) / 2;
		// there is room between cells that is no cell's
		int left = event.index == column ? cell.x : endBefore(item, event.index);
		event.gc.setClipping(left, cell.y, cell.x + cell.width - left, cell.height);
		event.gc.drawText(whole, begin.x, y, SWT.DRAW_TRANSPARENT);
		String behind = remark.apply(row);
		if (!behind.isEmpty()) {
			event.gc.setFont(rows.table().getFont());
			if ((event.detail & SWT.SELECTED) == 0) {
				event.gc.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR));
			}
			event.gc.drawText(behind, begin.x + extent.x + GAP, y, SWT.DRAW_TRANSPARENT);
		}
	}

	/** Draws the image once more. */
	private static void showImage(Event event, TableItem item) {
		Image image = item.getImage(event.index);
		if (image != null) {
			Rectangle place = item.getImageBounds(event.index);
			event.gc.drawImage(image, place.x, place.y + (place.height - image.getBounds().height) / 2);
		}
	}

	/** Where the cell ends that stands before this one on the screen. One that is hidden has no place there: on GTK it would be the left edge. */
	private int endBefore(TableItem item, int index) {
		int before = index;
		for (int each : rows.table().getColumnOrder()) {
			if (each == index) {
				break;
			}
			if (rows.table().getColumn(each).getWidth() > 0) {
				before = each;
			}
		}
		Rectangle cell = item.getBounds(before);
		return cell.x + cell.width;
	}
}
