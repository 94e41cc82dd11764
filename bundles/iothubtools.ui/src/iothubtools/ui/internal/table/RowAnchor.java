// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/** What a person looks at: the selected rows and the one on top. It is found again when the rows have changed. */
public final class RowAnchor<R extends TableRow> {

	/** Above this many selected rows a change of their places drops the selection instead of looking for each row. */
	private static final int LARGEST_SELECTION = 10_000;

	private final RowList<R> before;
	private final int[] selected;
	private final int top;

	/**
	 * @param selected indices of the selected rows in ascending order
	 * @param top      index of the uppermost row in sight
	 */
	public RowAnchor(RowList<R> rows, int[] selected, int top) {
		this.before = rows;
		this.selected = selected;
		this.top = top;
	}

	/** Where the selected rows are now, in ascending order. */
	public int[] selectedIn(RowList<R> rows) {
		if (unmoved(rows)) {
			return selected;
		}
		if (selected.length > LARGEST_SELECTION) {
			return new int[0];
		}
		return rows.indicesOf(before.at(selected));
	}

	/**
	 * The keys of the selected rows that are not there now; none of more than are looked for.
	 *
	 * @param stillSelected where the others are
	 */
	Set<Object> goneFrom(RowList<R> rows, int[] stillSelected) {
		if (selected.length == stillSelected.length || selected.length > LARGEST_SELECTION) {
			return Set.of();
		}
		Set<Object> gone = keys();
		for (int index : stillSelected) {
			gone.remove(rows.get(index).key());
		}
		return gone;
	}

	private Set<Object> keys() {
		Set<Object> keys = new HashSet<>();
		for (int index : selected) {
			Object key = keyAt(before, index);
			if (key != null) {
				keys.add(key);
			}
		}
		return keys;
	}

	/** Where the uppermost row is now; -1 to leave everything where it is. */
	public int topIn(RowList<R> rows) {
		Object key = keyAt(before, top);
		// at the very top the list is read from its beginning, whatever comes in there
		if (top == 0 || key == null) {
			return -1;
		}
		if (key.equals(keyAt(rows, top))) {
			return top;
		}
		int[] found = rows.indicesOf(before.at(new int[] { top }));
		return found.length == 0 ? -1 : found[0];
	}

	/** Whether other elements, or the same with other contents, are selected now. */
	public boolean differs(RowList<R> rows, int[] selectedNow) {
		if (selected.length != selectedNow.length) {
			return true;
		}
		for (int i = 0; i < selected.length; i++) {
			if (!Objects.equals(elementAt(before, selected[i]), elementAt(rows, selectedNow[i]))) {
				return true;
			}
		}
		return false;
	}

	private boolean unmoved(RowList<R> rows) {
		for (int index : selected) {
			Object key = keyAt(before, index);
			if (key == null || !key.equals(keyAt(rows, index))) {
				return false;
			}
		}
		return true;
	}

	private @Nullable Object keyAt(RowList<R> rows, int index) {
		return index >= 0 && index < rows.size() ? rows.get(index).key() : null;
	}

	private @Nullable Object elementAt(RowList<R> rows, int index) {
		return index >= 0 && index < rows.size() ? rows.get(index).element() : null;
	}
}
