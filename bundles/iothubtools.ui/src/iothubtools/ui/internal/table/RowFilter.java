// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Items that pass all tests of a filter, each in any column that is there without being asked for. */
public final class RowFilter<T> {

	/** So many that all processors look at them: a keystroke is answered within a second where they are a million. */
	private static final int MANY = 10_000;

	private final Columns<T> columns;
	private final List<Predicate<String>> tests;
	private final Map<Column<T>, String> only = new HashMap<>();

	/** @param filter as {@link CellCondition} describes it */
	public RowFilter(Columns<T> columns, String filter) {
		this(columns, filter, Map.of());
	}

	private RowFilter(Columns<T> columns, String filter, Map<String, String> only) {
		this(columns, CellCondition.all(filter), only);
	}

	private RowFilter(Columns<T> columns, List<Predicate<String>> tests, Map<String, String> only) {
		this.columns = columns;
		this.tests = tests;
		only.forEach((id, text) -> {
			Column<T> column = columns.find(id);
			if (column != null) {
				this.only.put(column, text);
			}
		});
	}

	/** What passes in this order. */
	public static <T> RowFilter<T> of(Columns<T> columns, RowOrder<T> order) {
		return new RowFilter<>(columns, order.filter(), order.only());
	}

	/** The same for items that all have this text besides, in a column of their group: what it passes they pass. */
	public RowFilter<T> beside(String shared) {
		List<Predicate<String>> rest = shared.isEmpty() ? tests : tests.stream().filter(test -> !test.test(shared)).toList();
		if (rest.size() == tests.size()) {
			return this;
		}
		RowFilter<T> beside = new RowFilter<>(columns, rest, Map.of());
		beside.only.putAll(only);
		return beside;
	}

	/** The items that pass, in the order they have. */
	public List<T> of(List<T> items) {
		if (tests.isEmpty() && only.isEmpty()) {
			return items;
		}
		return (items.size() < MANY ? items.stream() : items.parallelStream()).filter(this::passes).toList();
	}

	private boolean passes(T item) {
		for (Map.Entry<Column<T>, String> each : only.entrySet()) {
			if (!each.getKey().text(item).equals(each.getValue())) {
				return false;
			}
		}
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
