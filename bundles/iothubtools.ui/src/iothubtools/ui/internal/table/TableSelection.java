// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Table;

/**
 * Which rows of a table are selected, without asking it more than it takes: GTK goes through all items to tell, a tenth of a second of a
 * million. Those who select rows by the widget itself tell it by a selection event.
 */
final class TableSelection {

	private final Table table;
	/** In ascending order; null when they have to be asked for. */
	private int @Nullable [] known;

	TableSelection(Table table) {
		this.table = table;
	}

	/** In ascending order. */
	int[] indices() {
		int[] now = known;
		if (now == null) {
			now = asked();
			known = now;
		}
		return now;
	}

	private int[] asked() {
		int count = table.getSelectionCount();
		if (count == 0) {
			return new int[0];
		}
		if (count == table.getItemCount()) {
			// GTK takes a tenth of a second to name 100,000 of them
			return IntStream.range(0, count).toArray();
		}
		int[] indices = table.getSelectionIndices();
		Arrays.sort(indices);
		return indices;
	}

	/** Somebody selects by the widget. */
	void selected() {
		known = null;
	}

	/** Items came or went at the end of the table: the others are selected as before. */
	void counted() {
		int[] before = known;
		int count = table.getItemCount();
		if (before != null && before.length > 0 && before[before.length - 1] >= count) {
			known = Arrays.stream(before).takeWhile(index -> index < count).toArray();
		}
	}

	/** Selects these alone, in ascending order, and leaves in sight what is. */
	void set(int[] indices) {
		// setSelection would scroll to it
		table.deselectAll();
		table.select(indices);
		known = indices;
	}

	/** Selects one alone and brings it into sight, where the table can. */
	void set(int index) {
		table.setSelection(index);
		known = new int[] { index };
	}
}
