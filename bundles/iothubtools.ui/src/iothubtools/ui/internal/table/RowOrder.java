// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/**
 * How the rows of a table are to be arranged.
 *
 * @param filter    words an item must contain in its columns, all of them; empty for all items
 * @param sort      what to sort by: items that are equal by one key are sorted by the next, each column once; none where they stand as they came
 * @param collapsed ids of the groups whose items are hidden
 * @param only      by ids of columns, the one text that an item must have there; empty for all items
 */
public record RowOrder<T>(String filter, List<SortKey<T>> sort, Set<String> collapsed, Map<String, String> only) {

	/** With nothing that an item must have in a column. */
	public RowOrder(String filter, List<SortKey<T>> sort, Set<String> collapsed) {
		this(filter, sort, collapsed, Map.of());
	}

	/** Copies what it is given. */
	public RowOrder {
		sort = List.copyOf(sort);
		collapsed = Set.copyOf(collapsed);
		only = Map.copyOf(only);
	}

	/** All items by the first column. */
	public static <T> RowOrder<T> of(Columns<T> columns) {
		return by(SortKey.ascending(columns.first()));
	}

	/** All items in the order in which they came, until somebody clicks a column. */
	public static <T> RowOrder<T> asTheyCame() {
		return new RowOrder<>("", List.of(), Set.of());
	}

	/** All items by a column, and those that are equal by it in the order of the first one. */
	public static <T> RowOrder<T> by(SortKey<T> key) {
		return new RowOrder<>("", List.of(key), Set.of());
	}

	/** What is sorted by before anything else; null where items stand as they came. */
	public @Nullable SortKey<T> firstKey() {
		return sort.isEmpty() ? null : sort.get(0);
	}

	/** The same with another filter. */
	public RowOrder<T> withFilter(String newFilter) {
		return new RowOrder<>(newFilter, sort, collapsed, only);
	}

	/**
	 * The same after a click on a column: the one that is sorted by already turns around, another one becomes the first key. What was
	 * sorted by before goes on to sort what is equal by it; only the column that tells items apart does not, because it leaves nothing
	 * to sort and comes last in any case.
	 */
	public RowOrder<T> clicked(Column<T> column, Columns<T> columns) {
		List<SortKey<T>> keys = new ArrayList<>(sort);
		keys.removeIf(key -> key.column().equals(column) || key.column().equals(columns.first()));
		SortKey<T> first = firstKey();
		keys.add(0, first != null && first.column().equals(column) ? first.reversed() : SortKey.ascending(column));
		return new RowOrder<>(filter, keys, collapsed, only);
	}

	/** The same with other groups closed. */
	public RowOrder<T> withCollapsed(Set<String> groupIds) {
		return new RowOrder<>(filter, sort, groupIds, only);
	}

	/** The same with other texts that items must have. */
	public RowOrder<T> withOnly(Map<String, String> texts) {
		return new RowOrder<>(filter, sort, collapsed, texts);
	}

	/** The same without what is about other columns than these. */
	public RowOrder<T> within(Columns<T> columns) {
		List<SortKey<T>> keys = sort.stream().filter(key -> columns.indexOf(key.column()) >= 0).toList();
		Map<String, String> texts = new HashMap<>(only);
		texts.keySet().removeIf(id -> columns.find(id) == null);
		return new RowOrder<>(filter, keys.isEmpty() && !sort.isEmpty() ? of(columns).sort() : keys, collapsed, texts);
	}

	/** Whether items may be hidden that there are. */
	public boolean hides() {
		return !filter.isBlank() || !only.isEmpty();
	}
}
