// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.Comparator;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The columns of a table, in the order in which they stand before anybody moved them. The first one tells items apart: rows that are
 * equal by all others are in its order, so that the order of rows is always the same.
 *
 * @param all at least one
 */
public record Columns<T>(List<Column<T>> all) {

	/** @throws IllegalArgumentException if there is none or two have the same id */
	public Columns {
		all = List.copyOf(all);
		if (all.isEmpty() || all.stream().map(Column::id).distinct().count() < all.size()) {
			throw new IllegalArgumentException("No columns of a table: " + all);
		}
	}

	/** These columns. */
	@SafeVarargs
	public static <T> Columns<T> of(Column<T>... columns) {
		return new Columns<>(List.of(columns));
	}

	/** The column that tells items apart. */
	public Column<T> first() {
		return all.get(0);
	}

	/** The number of columns. */
	public int count() {
		return all.size();
	}

	/** Where a column stands before anybody moved it; -1 if it is another table's. */
	public int indexOf(Column<T> column) {
		return all.indexOf(column);
	}

	/** The column of that id; null if there is none, as when a memento was kept by another version. */
	public @Nullable Column<T> find(@Nullable String id) {
		return all.stream().filter(column -> column.id().equals(id)).findFirst().orElse(null);
	}

	/** What stands above all columns. */
	public String[] headings() {
		return all.stream().map(Column::heading).toArray(String[]::new);
	}

	/** What stands in all columns for an item. */
	public String[] texts(T item) {
		return all.stream().map(column -> column.text(item)).toArray(String[]::new);
	}

	/** Items by these keys, the first one before the others. */
	Comparator<T> order(List<SortKey<T>> keys) {
		Comparator<T> order = null;
		for (SortKey<T> key : keys) {
			order = order == null ? key.order() : order.thenComparing(key.order());
			if (key.column().equals(first())) {
				// whatever comes after it has nothing left to sort
				return order;
			}
		}
		return order == null ? first().order() : order.thenComparing(first().order());
	}
}
