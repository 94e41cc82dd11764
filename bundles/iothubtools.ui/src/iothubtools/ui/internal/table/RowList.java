// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All rows at one moment, sorted and filtered. Immutable; rows are made when they are asked for, because of 100,000 only
 * some dozens are ever drawn.
 */
public final class RowList<R extends TableRow> {

	private final List<RowSection<R>> sections;
	private final int size;

	/** The rows of these sections, one after the other. */
	public RowList(List<? extends RowSection<R>> sections) {
		this.sections = List.copyOf(sections);
		this.size = sections.stream().mapToInt(RowSection::rows).sum();
	}

	/** The number of rows. */
	public int size() {
		return size;
	}

	/** The row at an index below {@link #size()}. */
	public R get(int index) {
		int rest = index;
		for (RowSection<R> section : sections) {
			if (rest < section.rows()) {
				return section.row(rest);
			}
			rest -= section.rows();
		}
		throw new IndexOutOfBoundsException(index);
	}

	/** Where rows are now; those that are gone are left out. One pass over all rows, a few milliseconds for 100,000. */
	public int[] indicesOf(Set<?> keys) {
		return keys.isEmpty() ? new int[0]
				: IntStream.range(0, size).filter(index -> keys.contains(get(index).key())).toArray();
	}
}
