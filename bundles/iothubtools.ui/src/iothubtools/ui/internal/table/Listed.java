// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.List;

/** The things of an {@link ItemTable}, to be sorted. */
record Listed<T>(List<T> items) implements ItemGroup<T> {

	@Override
	public String id() {
		return "listed";
	}

	@Override
	public List<List<T>> pages() {
		return List.of(items);
	}

	@Override
	public boolean sameItems(ItemGroup<T> earlier) {
		return earlier instanceof Listed<T> before && before.items == items;
	}
}
