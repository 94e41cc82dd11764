// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.Iterator;

/**
 * The values of entries.
 *
 * @param entries where they are
 * @param <V>     the values
 */
record EntryValues<V>(Entries<V> entries) implements Iterator<V> {

	@Override
	public boolean hasNext() {
		return entries.hasNext();
	}

	@Override
	public V next() {
		return entries.next().getValue();
	}
}
