// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Comparator;

/** A column by which rows are sorted, and in which direction. */
public record SortKey<T>(Column<T> column, boolean descending) {

	/** From the smallest to the largest. */
	public static <T> SortKey<T> ascending(Column<T> column) {
		return new SortKey<>(column, false);
	}

	/** From the largest to the smallest. */
	public static <T> SortKey<T> descending(Column<T> column) {
		return new SortKey<>(column, true);
	}

	SortKey<T> reversed() {
		return new SortKey<>(column, !descending);
	}

	Comparator<T> order() {
		return descending ? column.order().reversed() : column.order();
	}
}
