// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
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

	/** The rows at these indices, each made when it is asked for; indices at which there is none are left out. */
	List<R> at(int[] indices) {
		boolean all = Arrays.stream(indices).allMatch(index -> index >= 0 && index < size);
		return new RowsAt<>(this, all ? indices : Arrays.stream(indices).filter(index -> index >= 0 && index < size).toArray());
	}

	/** Where these rows of another list are now, in ascending order; those that are gone are left out. */
	int[] indicesOf(List<R> wanted) {
		int[] same = indices((section, found) -> section.findSame(wanted, found));
		return same.length == wanted.size() ? same : indicesOf(wanted.stream().map(TableRow::key).collect(Collectors.toSet()));
	}

	/** Where rows are now, in ascending order; those that are gone are left out. One pass over all rows, a few milliseconds for 100,000. */
	public int[] indicesOf(Set<?> keys) {
		return keys.isEmpty() ? new int[0] : indices((section, found) -> section.find(keys, found));
	}

	private int[] indices(BiConsumer<RowSection<R>, IntConsumer> search) {
		IntStream.Builder found = IntStream.builder();
		int before = 0;
		for (RowSection<R> section : sections) {
			int first = before;
			search.accept(section, index -> found.add(first + index));
			before += section.rows();
		}
		return found.build().toArray();
	}
}
