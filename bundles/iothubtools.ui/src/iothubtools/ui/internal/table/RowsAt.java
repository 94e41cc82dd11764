// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Some rows of a list; each is made when it is asked for, as all of them may be a million. */
final class RowsAt<R extends TableRow> extends AbstractList<R> implements RandomAccess {

	private final RowList<R> rows;
	private final int[] indices;

	/** @param indices of rows that there are; not changed any more */
	RowsAt(RowList<R> rows, int[] indices) {
		this.rows = rows;
		this.indices = indices;
	}

	@Override
	public R get(int index) {
		return rows.get(indices[index]);
	}

	@Override
	public int size() {
		return indices.length;
	}
}
