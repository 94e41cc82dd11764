// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.List;

/** Items that are sorted and filtered together, as all devices of a hub. Does not change. */
public interface ItemGroup<T> {

	/** What stays the same of the group when it has other items. */
	String id();

	/** The items in the order they came. */
	List<List<T>> pages();

	/** What stands in a column of all of its items, and a filter finds there; empty for nothing. */
	default String shared() {
		return "";
	}

	/** Whether an earlier group of the same id had the very same items, told without comparing them. */
	boolean sameItems(ItemGroup<T> earlier);
}
