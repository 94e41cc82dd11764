// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.List;
import java.util.function.Predicate;

/** Items that pass all tests of a filter, each in any column that is there without being asked for. */
public final class RowFilter<T> {

	private final Columns<T> columns;
	private final List<Predicate<String>> tests;

	/** @param filter as {@link CellCondition} describes it */
	public RowFilter(Columns<T> columns, String filter) {
		this.columns = columns;
		tests = CellCondition.all(filter);
	}

	/** The items that pass, in the order they have. */
	public List<T> of(List<T> items) {
		return tests.isEmpty() ? items : items.stream().filter(this::passes).toList();
	}

	private boolean passes(T item) {
		for (Predicate<String> test : tests) {
			if (!anyCell(item, test)) {
				return false;
			}
		}
		return true;
	}

	private boolean anyCell(T item, Predicate<String> test) {
		for (Column<T> column : columns.all()) {
			if (!column.optional() && test.test(column.text(item))) {
				return true;
			}
		}
		return false;
	}
}
