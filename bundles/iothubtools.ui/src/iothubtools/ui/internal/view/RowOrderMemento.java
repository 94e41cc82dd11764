// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IMemento;

/** Filter, sorting and collapsed hubs in the view's memento. */
public final class RowOrderMemento {

	private static final String FILTER = "filter";
	private static final String SORT = "sort";
	private static final String DESCENDING = "descending";
	private static final String COLLAPSED = "collapsed";
	private static final String SEPARATOR = " ";

	private RowOrderMemento() {
	}

	public static void save(RowOrder order, IMemento memento) {
		memento.putString(FILTER, order.filter());
		memento.putString(SORT, order.sort().name());
		memento.putBoolean(DESCENDING, order.descending());
		memento.putString(COLLAPSED, String.join(SEPARATOR, order.collapsed()));
	}

	/** What was saved; the default for what was not. */
	public static RowOrder restore(@Nullable IMemento memento) {
		if (memento == null) {
			return RowOrder.DEFAULT;
		}
		String filter = memento.getString(FILTER);
		String collapsed = memento.getString(COLLAPSED);
		return new RowOrder(filter == null ? "" : filter, sort(memento.getString(SORT)),
				Boolean.TRUE.equals(memento.getBoolean(DESCENDING)), collapsed == null ? Set.of()
						: Arrays.stream(collapsed.split(SEPARATOR)).filter(id -> !id.isEmpty()).collect(Collectors.toSet()));
	}

	private static DeviceColumn sort(@Nullable String name) {
		return Arrays.stream(DeviceColumn.values()).filter(column -> column.name().equals(name)).findFirst()
				.orElse(RowOrder.DEFAULT.sort());
	}
}
