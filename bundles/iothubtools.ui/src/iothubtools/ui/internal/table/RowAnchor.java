// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/** What a person looks at: the selected rows and the one on top. It is found again when the rows have changed. */
public final class RowAnchor<R extends TableRow> {

	/** Above this many selected rows a change of their places drops the selection instead of looking for each row. */
	private static final int LARGEST_SELECTION = 10_000;

	private final int[] selected;
	private final List<@Nullable Object> selectedKeys;
	private final List<@Nullable Object> elements;
	private final int top;
	private final @Nullable Object topKey;

	/**
	 * @param selected indices of the selected rows in ascending order
	 * @param top      index of the uppermost row in sight
	 */
	public RowAnchor(RowList<R> rows, int[] selected, int top) {
		this.selected = selected;
		this.selectedKeys = new ArrayList<>(selected.length);
		this.elements = new ArrayList<>(selected.length);
		for (int index : selected) {
			selectedKeys.add(keyAt(rows, index));
			elements.add(elementAt(rows, index));
		}
		this.top = top;
		this.topKey = keyAt(rows, top);
	}

	/** Where the selected rows are now, in ascending order. */
	public int[] selectedIn(RowList<R> rows) {
		if (unmoved(rows)) {
			return selected;
		}
		if (selected.length > LARGEST_SELECTION) {
			return new int[0];
		}
		Set<Object> keys = new HashSet<>();
		for (Object key : selectedKeys) {
			if (key != null) {
				keys.add(key);
			}
		}
		return rows.indicesOf(keys);
	}

	/** Where the uppermost row is now; -1 to leave everything where it is. */
	public int topIn(RowList<R> rows) {
		Object key = topKey;
		// at the very top the list is read from its beginning, whatever comes in there
		if (top == 0 || key == null) {
			return -1;
		}
		if (isAt(rows, top, key)) {
			return top;
		}
		int[] found = rows.indicesOf(Set.of(key));
		return found.length == 0 ? -1 : found[0];
	}

	/** Whether other elements, or the same with other contents, are selected now. */
	public boolean differs(RowList<R> rows, int[] selectedNow) {
		List<@Nullable Object> now = new ArrayList<>(selectedNow.length);
		Arrays.stream(selectedNow).forEach(index -> now.add(elementAt(rows, index)));
		return !now.equals(elements);
	}

	private boolean unmoved(RowList<R> rows) {
		for (int i = 0; i < selected.length; i++) {
			Object key = selectedKeys.get(i);
			if (key == null || !isAt(rows, selected[i], key)) {
				return false;
			}
		}
		return true;
	}

	private boolean isAt(RowList<R> rows, int index, Object key) {
		Object there = keyAt(rows, index);
		return there != null && there.equals(key);
	}

	private @Nullable Object keyAt(RowList<R> rows, int index) {
		return index >= 0 && index < rows.size() ? rows.get(index).key() : null;
	}

	private @Nullable Object elementAt(RowList<R> rows, int index) {
		return index >= 0 && index < rows.size() ? rows.get(index).element() : null;
	}
}
