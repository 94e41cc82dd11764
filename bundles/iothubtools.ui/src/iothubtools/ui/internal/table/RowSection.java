// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Rows that follow each other. Does not change; makes a row when it is asked for. */
public interface RowSection<R extends TableRow> {

	/** The number of rows. */
	int rows();

	/** The row at an index below {@link #rows()}. */
	R row(int index);

	/** Tells the indices of the rows with these keys, in ascending order. Who has very many rows does it without making each of them. */
	default void find(Set<?> keys, IntConsumer found) {
		for (int i = 0; i < rows(); i++) {
			if (keys.contains(row(i).key())) {
				found.accept(i);
			}
		}
	}

	/**
	 * Tells the indices, in ascending order, of those rows that show the very objects that these rows show: found without a look into any
	 * object, which are all over the memory once they are in another order. None where that cannot be told.
	 */
	default void findSame(List<? extends R> wanted, IntConsumer found) {
	}

	/** Items as rows and nothing else. */
	static <T> RowSection<ItemRow<T>> of(List<T> items, Function<T, Object> key) {
		return new RowSection<>() {

			@Override
			public int rows() {
				return items.size();
			}

			@Override
			public ItemRow<T> row(int index) {
				T item = items.get(index);
				return new ItemRow<>(key.apply(item), item);
			}
		};
	}
}
