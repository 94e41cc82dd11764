// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A row of a table that has nothing but items.
 *
 * @param key  what stays the same of the item when it changes
 * @param item what commands act on
 */
public record ItemRow<T>(Object key, T item) implements TableRow {

	@Override
	public @Nullable Object element() {
		return item;
	}
}
