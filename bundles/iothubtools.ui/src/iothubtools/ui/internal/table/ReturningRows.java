// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Rows that were selected when they went, as a filter hid them: they are selected again when they come back, unless somebody selects others before. */
final class ReturningRows<R extends TableRow> {

	private final Set<Object> keys = new HashSet<>();

	/** Somebody selects: what was selected before is over. */
	void forget() {
		keys.clear();
	}

	/**
	 * Those to select now, in ascending order.
	 *
	 * @param here  what was looked at before
	 * @param still those of it that are selected still, in ascending order
	 */
	int[] with(RowList<R> rows, RowAnchor<R> here, int[] still) {
		int[] back = rows.indicesOf(keys);
		for (int index : back) {
			keys.remove(rows.get(index).key());
		}
		keys.addAll(here.goneFrom(rows, still));
		if (back.length == 0) {
			return still;
		}
		int[] all = Arrays.copyOf(still, still.length + back.length);
		System.arraycopy(back, 0, all, still.length, back.length);
		return Arrays.stream(all).sorted().distinct().toArray();
	}
}
