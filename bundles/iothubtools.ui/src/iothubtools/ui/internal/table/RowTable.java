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
	/** Items that have texts, to be cleared when the rows change. */
	private final BitSet drawn = new BitSet();
	private RowList<R> rows = new RowList<>(List.of());
	/** What to return to once all items are there; null when they are. */
	private @Nullable RowAnchor<R> anchor;
	/** Whether the last row is to be in sight once all items are there. */
	private boolean atEnd;
	/** While what is selected changes as the rows do, not as somebody selects. */
	private boolean settling;
	/** Indices of the selected rows in ascending order; null when they have to be asked for, for which GTK goes through all items. */
	private int @Nullable [] selection;
	/** Null where what is selected and goes is over. */
	private @Nullable ReturningRows<R> returning;
	/** What is done as soon as there are no items; null for nothing. */
	private @Nullable Runnable change;

	/** @param painter of the table that is given to it */
	public RowTable(Composite parent, Function<Table, RowPainter<R>> painter) {
		table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
		table.setHeaderVisible(true);
		this.painter = painter.apply(table);
		growth = new TableGrowth(table, () -> selection = null);
		top = new TableTop(table);
		table.addListener(SWT.SetData, this::fill);
		table.addListener(SWT.Selection, event -> {
			selection = null;
			ReturningRows<R> before = returning;
			if (before != null && !settling) {
				before.forget();
			}
			if (anchor != null) {
				// somebody selects while items are on their way
				anchor = anchor();
			}
		});
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
		return rows.at(selection());
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
		return new RowAnchor<>(rows, selection(), top.get());
	}

	private void settle() {
		RowAnchor<R> here = anchor == null ? anchor() : anchor;
		anchor = null;
		int[] still = here.selectedIn(rows);
		int[] selected = returning == null ? still : returning.with(rows, here, still);
		if (!Arrays.equals(selected, selection())) {
			// setSelection would scroll to it
			table.deselectAll();
			table.select(selected);
			selection = null;
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
			settling = true;
			try {
				table.notifyListeners(SWT.Selection, new Event());
			} finally {
				settling = false;
			}
		}
	}

	/** The uppermost row in sight; null while there is none. */
	public @Nullable R onTop() {
		return row(top.get());
	}

	/** How many rows are selected. */
	public int selectedCount() {
		return selection().length;
	}

	/** Those who select rows by the widget itself tell it by a selection event. */
	private int[] selection() {
		int[] known = selection;
		if (known == null) {
			known = asked();
			selection = known;
		}
		return known;
	}

	private int[] asked() {
		int count = table.getSelectionCount();
		if (count > 0 && count == table.getItemCount()) {
			// GTK takes a tenth of a second to name 100,000 of them
			return IntStream.range(0, count).toArray();
		}
		int[] indices = table.getSelectionIndices();
		Arrays.sort(indices);
		return indices;
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
			table.setSelection(index);
			top.reveal(index);
			table.notifyListeners(SWT.Selection, new Event());
		}
	}

	/** The uppermost selected row; -1 if none is. */
	int firstSelected() {
		int[] selected = selection();
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
