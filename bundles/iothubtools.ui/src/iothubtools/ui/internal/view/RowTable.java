// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/**
 * Hubs and devices as rows of one virtual table. A table and no tree: GTK keeps the children of a tree item in a linked
 * list, so that 100,000 of them take more than a minute to add and half a second to scroll over, while a table takes
 * half a second in all. Only rows that come into sight get texts and images.
 */
final class RowTable {

	/** Above this many selected rows a change of the rows drops the selection instead of looking for each row. */
	private static final int LARGEST_SELECTION = 10_000;

	private static final Row.Key NO_KEY = new Row.Key("", null);

	private final Table table;
	private final RowLabels labels;
	private final TableGrowth growth;
	/** Items that have texts, to be cleared when the rows change. */
	private final BitSet drawn = new BitSet();
	private RowList rows = RowList.EMPTY;

	RowTable(Composite parent) {
		table = WidgetIds.mark(new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION), WidgetIds.DEVICE_TREE);
		table.setHeaderVisible(true);
		Fields.accessibleName(table, Messages.Rows_accessible);
		labels = new RowLabels(table);
		growth = new TableGrowth(table);
		table.addListener(SWT.SetData, this::fill);
	}

	Table table() {
		return table;
	}

	RowList rows() {
		return rows;
	}

	/** The row of an item; null for an item whose row is gone. */
	@Nullable
	Row row(TableItem item) {
		return row(table.indexOf(item));
	}

	private @Nullable Row row(int index) {
		return index >= 0 && index < rows.size() ? rows.get(index) : null;
	}

	/** The selected rows in their order. */
	List<Row> selected() {
		return Arrays.stream(table.getSelectionIndices()).sorted().mapToObj(this::row).filter(Objects::nonNull).toList();
	}

	/**
	 * Shows other rows; what is selected and what is on top stay where they are. A change of the selected elements is told
	 * as a selection event.
	 */
	void show(RowList newRows) {
		RowList before = rows;
		int[] selectedBefore = table.getSelectionIndices();
		int[] selected = followSelection(before, newRows, selectedBefore);
		int top = followTop(before, newRows);
		boolean otherElements = elementsDiffer(before, newRows, selectedBefore, selected);
		rows = newRows;
		forgetDrawn();
		growth.to(newRows.size(), () -> {
			if (selected != selectedBefore) {
				// setSelection would scroll to it
				table.deselectAll();
				table.select(selected);
			}
			if (top >= 0 && top != table.getTopIndex()) {
				table.setTopIndex(top);
			}
			if (otherElements) {
				table.notifyListeners(SWT.Selection, new Event());
			}
		});
	}

	/** Where the selected rows are in the new list; the very same array when none of them moved. */
	private static int[] followSelection(RowList before, RowList after, int[] selected) {
		if (Arrays.stream(selected).allMatch(index -> keyAt(before, index).equals(keyAt(after, index)))) {
			return selected;
		}
		return selected.length > LARGEST_SELECTION ? new int[0] : after.indicesOf(keys(before, selected));
	}

	private int followTop(RowList before, RowList after) {
		int top = table.getTopIndex();
		Row.Key key = keyAt(before, top);
		// at the very top the list is read from its beginning, whatever comes in there
		if (top == 0 || key.equals(keyAt(after, top)) || key.equals(NO_KEY)) {
			return -1;
		}
		int[] found = after.indicesOf(Set.of(key));
		return found.length == 0 ? -1 : found[0];
	}

	private static boolean elementsDiffer(RowList before, RowList after, int[] selectedBefore, int[] selected) {
		if (selectedBefore.length != selected.length) {
			return true;
		}
		for (int i = 0; i < selected.length; i++) {
			if (selectedBefore[i] >= before.size() || !Objects.equals(before.get(selectedBefore[i]).element(),
					after.get(selected[i]).element())) {
				return true;
			}
		}
		return false;
	}

	private static Row.Key keyAt(RowList list, int index) {
		return index >= 0 && index < list.size() ? list.get(index).key() : NO_KEY;
	}

	private static Set<Row.Key> keys(RowList list, int[] indices) {
		Set<Row.Key> keys = new HashSet<>();
		for (int index : indices) {
			keys.add(keyAt(list, index));
		}
		return keys;
	}

	/** Selects a row and brings it into sight. */
	void reveal(Row.Key key) {
		int[] found = rows.indicesOf(Set.of(key));
		if (found.length > 0 && found[0] < table.getItemCount()) {
			table.setSelection(found[0]);
			table.notifyListeners(SWT.Selection, new Event());
		}
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
		Row row = row(event.index);
		if (row != null && event.item instanceof TableItem item) {
			drawn.set(event.index);
			labels.fill(item, row);
		}
	}
}
