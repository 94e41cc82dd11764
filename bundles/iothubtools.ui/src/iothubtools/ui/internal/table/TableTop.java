// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * Which row of a virtual table is uppermost. On GTK the table's own top index does not tell and does not hold:
 * <ul>
 * <li>A scroll slides for 200 ms. Meanwhile the top index is some row between, and rows that come or go stop the slide
 * there. So the slide is cut short here: the scroll bar jumps.
 * <li>While items that were added or removed wait for the next frame, the table stands where it was; it scrolls, without
 * a slide, with that frame. Until then the row it was sent to counts.
 * <li>{@link Table#getTopIndex()} goes on to give the row last set when a person scrolls back to where the table stood
 * before. So the row is asked from the item that lies there.
 * </ul>
 */
public final class TableTop {

	private static final boolean GTK = "gtk".equals(SWT.getPlatform());
	private static final int NOWHERE = -1;

	private final Table table;
	/** The row the next frame scrolls to, as long as the scroll bar stays as it was when it was sent there. */
	private int awaited = NOWHERE;
	private int maximum;
	private int selection;

	public TableTop(Table table) {
		this.table = table;
	}

	/** The uppermost row in sight, or the one that the table is about to scroll to; 0 for an empty table. */
	public int get() {
		if (!GTK) {
			return table.getTopIndex();
		}
		ScrollBar bar = table.getVerticalBar();
		if (awaited != NOWHERE && bar.getMaximum() == maximum && bar.getSelection() == selection) {
			return awaited;
		}
		awaited = NOWHERE;
		// GTK counts from below the header, others from above it; the client area knows
		Point first = new Point(1, table.getClientArea().y + table.getHeaderHeight() + 1);
		TableItem item = table.getItem(first);
		return item == null ? 0 : table.indexOf(item);
	}

	/** Scrolls to a row at once, or as far as there are rows. */
	public void set(int index) {
		table.setTopIndex(index);
		if (!GTK) {
			return;
		}
		ScrollBar bar = table.getVerticalBar();
		// in pixels, and all rows of a virtual table have the same height
		int rowHeight = table.getItemHeight();
		boolean allRowsPlaced = bar.getMaximum() == Math.max(table.getItemCount() * rowHeight, bar.getThumb());
		if (allRowsPlaced) {
			bar.setSelection(index * rowHeight);
			awaited = NOWHERE;
		} else {
			awaited = index;
			maximum = bar.getMaximum();
			selection = bar.getSelection();
		}
	}

	/** Scrolls no further than it takes to bring a row into sight. */
	public void reveal(int index) {
		if (!GTK) {
			table.showItem(table.getItem(index));
			return;
		}
		int top = get();
		int rowsInSight = Math.max(1, table.getVerticalBar().getThumb() / table.getItemHeight());
		if (index < top) {
			set(index);
		} else if (index >= top + rowsInSight) {
			set(index - rowsInSight + 1);
		}
	}
}
