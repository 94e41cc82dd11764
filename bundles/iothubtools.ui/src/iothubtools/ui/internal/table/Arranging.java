// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/** One run of a {@link RowArranger}: how the rows are to be arranged, and the items of groups arranged that way. */
public final class Arranging<T> {

	/** The sorted items of a group, kept so that typing a filter does not sort again. */
	private record Sorted<T>(ItemGroup<T> of, List<SortKey<T>> by, List<T> items) {
	}

	private final Columns<T> columns;
	private final RowOrder<T> order;
	private final RowFilter<T> filter;
	private final Map<String, Sorted<T>> before;
	/** Groups that this run does not ask for are forgotten with the run before. */
	private final Map<String, Sorted<T>> sorted = new HashMap<>();

	private Arranging(Columns<T> columns, RowOrder<T> order, Map<String, Sorted<T>> before) {
		this.columns = columns;
		this.order = order;
		this.before = before;
		filter = RowFilter.of(columns, order);
	}

	/** @param before the run before, null for the first one */
	static <T> Arranging<T> after(@Nullable Arranging<T> before, Columns<T> columns, RowOrder<T> order) {
		return new Arranging<>(columns, order, before == null ? Map.of() : before.sorted);
	}

	/** How the rows are to be arranged. */
	public RowOrder<T> order() {
		return order;
	}

	/** Whether the items of a group are to be rows. */
	public boolean isExpanded(ItemGroup<T> group) {
		return !order.collapsed().contains(group.id());
	}

	/** The items of a group that pass the filter, in the order of the rows. */
	public List<T> items(ItemGroup<T> group) {
		Sorted<T> known = before.get(group.id());
		if (known == null || !known.by().equals(order.sort()) || !group.sameItems(known.of())) {
			known = new Sorted<>(group, order.sort(), sorted(group));
		}
		sorted.put(group.id(), known);
		return filter.beside(group.shared()).of(known.items());
	}

	private List<T> sorted(ItemGroup<T> group) {
		List<T> items = new ArrayList<>(group.pages().stream().mapToInt(List::size).sum());
		group.pages().forEach(items::addAll);
		// all processors sort, where there are very many
		return order.sort().isEmpty() ? items : items.parallelStream().sorted(columns.order(order.sort())).toList();
	}
}
