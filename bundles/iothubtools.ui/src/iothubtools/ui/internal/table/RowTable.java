// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * Rows in a virtual table. A table and no tree, even where rows belong to others: GTK keeps the children of a tree item in a linked
 * list, so that 100,000 of them take more than a minute to add and half a second to scroll over, while a table takes
 * half a second in all. Only rows that come into sight get texts and images.
 */
public final class RowTable<R extends TableRow> {

	private final Table table;
	private final RowPainter<R> painter;
	private final TableGrowth growth;
	private final TableTop top;
	private final TableSelection selection;
	/** Items that have texts, to be cleared when the rows change. */
	private final BitSet drawn = new BitSet();
	private RowList<R> rows = new RowList<>(List.of());
	/** What to return to once all items are there; null when they are. */
	private @Nullable RowAnchor<R> anchor;
	/** Whether the last row is to be in sight once all items are there. */
	private boolean atEnd;
	/** While a change of what is selected is told that is known here. */
	private boolean telling;
	/** Null where what is selected and goes is over. */
	private @Nullable ReturningRows<R> returning;
	/** What is done as soon as there are no items; null for nothing. */
	private @Nullable Runnable change;

	/** The painter is that of the table it is given; the style is what such tables differ in, as {@link SWT#MULTI} or {@link SWT#BORDER}. */
	public RowTable(Composite parent, int style, Function<Table, RowPainter<R>> painter) {
		table = new Table(parent, style | SWT.VIRTUAL | SWT.FULL_SELECTION);
		table.setHeaderVisible(true);
		this.painter = painter.apply(table);
		selection = new TableSelection(table);
		growth = new TableGrowth(table, selection::counted);
		top = new TableTop(table);
		table.addListener(SWT.SetData, this::fill);
		table.addListener(SWT.Selection, event -> {
			if (!telling) {
				selection.selected();
				chosen();
			}
		});
	}

	/** Somebody selects, maybe while items are on their way. */
	private void chosen() {
		ReturningRows<R> before = returning;
		if (before != null) {
			before.forget();
		}
		if (anchor != null) {
			anchor = anchor();
		}
	}

	/** Selects rows that were selected and come back after they were gone, unless somebody selects others meanwhile. */
	public void selectReturning() {
		returning = new ReturningRows<>();
	}

	/** The widget. */
	public Table table() {
		return table;
	}

	/** The row of an item; null for an item whose row is gone. */
	public @Nullable R row(TableItem item) {
		return row(table.indexOf(item));
	}

	private @Nullable R row(int index) {
		return index >= 0 && index < rows.size() ? rows.get(index) : null;
	}

	/** The selected rows in their order, as they are now; each is made when it is asked for. */
	public List<R> selected() {
		return rows.at(selection.indices());
	}

	/**
	 * Shows other rows; what is selected and what is on top stay where they are. A change of the selected elements is told
	 * as a selection event.
	 */
	public void show(RowList<R> newRows) {
		show(newRows, false);
	}

	/**
	 * The same for rows that come one after another.
	 *
	 * @param end whether the last row is brought into sight, whatever is on top
	 */
	public void show(RowList<R> newRows, boolean end) {
		atEnd = end;
		// as long as items are on their way, the table's own places mean nothing
		if (anchor == null) {
			anchor = anchor();
		}
		rows = newRows;
		forgetDrawn();
		if (change == null) {
			growth.to(newRows.size(), this::settle);
		}
	}

	/**
	 * Changes the table's columns while it has no items, as on GTK each of them costs time then: 100,000 half a second. The rows come back, with
	 * what is selected and what is on top.
	 */
	public void changeColumns(Runnable columns) {
		Runnable before = change;
		change = before == null ? columns : () -> {
			before.run();
			columns.run();
		};
		if (before == null) {
			if (anchor == null) {
				anchor = anchor();
			}
			forgetDrawn();
			// the dialog that led here is closed first, which takes its time, too
			table.getDisplay().asyncExec(() -> {
				if (!table.isDisposed()) {
					growth.to(0, this::changed);
				}
			});
		}
	}

	private void changed() {
		Runnable columns = change;
		change = null;
		if (columns != null) {
			columns.run();
		}
		drawn.clear();
		growth.to(rows.size(), this::settle);
	}

	private RowAnchor<R> anchor() {
		return new RowAnchor<>(rows, selection.indices(), top.get());
	}

	private void settle() {
		RowAnchor<R> here = anchor == null ? anchor() : anchor;
		anchor = null;
		int[] still = here.selectedIn(rows);
		int[] selected = returning == null ? still : returning.with(rows, here, still);
		if (!Arrays.equals(selected, selection.indices())) {
			selection.set(selected);
		}
		int topRow = atEnd ? -1 : here.topIn(rows);
		if (atEnd && rows.size() > 0) {
			top.reveal(rows.size() - 1);
		} else if (topRow >= 0 && topRow != top.get()) {
			top.set(topRow);
		}
		if (selected.length > still.length && !atEnd) {
			top.reveal(selected[0]);
		}
		if (here.differs(rows, selected)) {
			tell();
		}
	}

	private void tell() {
		telling = true;
		try {
			table.notifyListeners(SWT.Selection, new Event());
		} finally {
			telling = false;
		}
	}

	/** The uppermost row in sight; null while there is none. */
	public @Nullable R onTop() {
		return row(top.get());
	}

	/** The rows in sight, from the uppermost down. */
	public List<R> inSight() {
		int first = top.get();
		int height = table.getClientArea().height - table.getHeaderHeight();
		int behind = Math.min(rows.size(), first + Math.max(0, height) / table.getItemHeight() + 1);
		return IntStream.range(first, Math.max(first, behind)).mapToObj(rows::get).toList();
	}

	/** Has the rows painted anew, which say something else than before. */
	public void repaint() {
		forgetDrawn();
	}

	/** How many rows are selected. */
	public int selectedCount() {
		return selection.indices().length;
	}

	/** Selects a row and brings it into sight. */
	public void reveal(Object key) {
		int[] found = rows.indicesOf(Set.of(key));
		if (found.length > 0) {
			reveal(found[0]);
		}
	}

	/** The same by its index. */
	void reveal(int index) {
		if (index < table.getItemCount()) {
			selection.set(index);
			chosen();
			top.reveal(index);
			tell();
		}
	}

	/** The uppermost selected row; -1 if none is. */
	int firstSelected() {
		int[] selected = selection.indices();
		return selected.length == 0 ? -1 : selected[0];
	}

	/** How many rows there are, also where items are still on their way. */
	int count() {
		return rows.size();
	}

	/** The row at an index below {@link #count()}. */
	R at(int index) {
		return rows.get(index);
	}

	private void forgetDrawn() {
		int count = table.getItemCount();
		for (int i = drawn.nextSetBit(0); i >= 0 && i < count; i = drawn.nextSetBit(i + 1)) {
			table.clear(i);
		}
		drawn.clear();
	}

	private void fill(Event event) {
		// GTK gives -1 for an item that has just been removed
		R row = row(event.index);
		if (row != null && event.item instanceof TableItem item) {
			drawn.set(event.index);
			painter.paint(item, row);
		}
	}
}
