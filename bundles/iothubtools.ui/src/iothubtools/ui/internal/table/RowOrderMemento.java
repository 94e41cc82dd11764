// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IMemento;

import iothubtools.ui.internal.KeptText;

/**
 * Filter, sorting and collapsed groups in the memento of a view. The first sort key stands alone, as when there was only one; those that
 * came with later versions follow in an attribute of their own.
 */
public final class RowOrderMemento {

	private static final String FILTER = "filter";
	private static final String SORT = "sort";
	private static final String DESCENDING = "descending";
	private static final String THEN_BY = "thenBy";
	private static final String COLLAPSED = "collapsed";
	private static final String ONLY = "only";
	private static final String COLUMN = "column";
	private static final String TEXT = "text";
	private static final String SEPARATOR = " ";
	/** Before the id of a column that is sorted from the largest to the smallest. */
	private static final String MINUS = "-";

	private RowOrderMemento() {
	}

	/** Keeps an order. */
	public static <T> void save(RowOrder<T> order, IMemento memento) {
		KeptText.put(memento, FILTER, order.filter());
		SortKey<T> first = order.firstKey();
		if (first != null) {
			memento.putString(SORT, first.column().id());
			memento.putBoolean(DESCENDING, first.descending());
		}
		memento.putString(THEN_BY, order.sort().stream().skip(1)
				.map(key -> (key.descending() ? MINUS : "") + key.column().id()).collect(Collectors.joining(SEPARATOR)));
		order.only().forEach((id, text) -> {
			IMemento one = memento.createChild(ONLY);
			one.putString(COLUMN, id);
			KeptText.put(one, TEXT, text);
		});
		memento.putString(COLLAPSED, String.join(SEPARATOR, order.collapsed()));
	}

	/** What was saved; the default for what was not, or names columns that there are not. */
	public static <T> RowOrder<T> restore(@Nullable IMemento memento, Columns<T> columns) {
		RowOrder<T> otherwise = RowOrder.of(columns);
		if (memento == null) {
			return otherwise;
		}
		List<SortKey<T>> keys = new ArrayList<>();
		add(memento.getString(SORT), Boolean.TRUE.equals(memento.getBoolean(DESCENDING)), columns, keys);
		for (String name : words(memento.getString(THEN_BY))) {
			boolean descending = name.startsWith(MINUS);
			add(descending ? name.substring(MINUS.length()) : name, descending, columns, keys);
		}
		String filter = memento.getString(FILTER);
		return new RowOrder<>(filter == null ? "" : filter, keys.isEmpty() ? otherwise.sort() : keys,
				Set.copyOf(words(memento.getString(COLLAPSED))), only(memento, columns));
	}

	private static <T> Map<String, String> only(IMemento memento, Columns<T> columns) {
		Map<String, String> only = new HashMap<>();
		for (IMemento one : memento.getChildren(ONLY)) {
			Column<T> column = columns.find(one.getString(COLUMN));
			String text = one.getString(TEXT);
			if (column != null && text != null) {
				only.put(column.id(), text);
			}
		}
		return only;
	}

	private static <T> void add(@Nullable String id, boolean descending, Columns<T> columns, List<SortKey<T>> keys) {
		Column<T> column = columns.find(id);
		if (column != null && keys.stream().noneMatch(key -> key.column().equals(column))) {
			keys.add(new SortKey<>(column, descending));
		}
	}

	private static List<String> words(@Nullable String text) {
		return text == null ? List.of() : Arrays.stream(text.split(SEPARATOR)).filter(word -> !word.isEmpty()).distinct().toList();
	}
}
