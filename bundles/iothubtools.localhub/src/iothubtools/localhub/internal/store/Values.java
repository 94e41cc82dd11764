// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.Iterator;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * The values of a map in the order of their keys, as the map was when this was made.
 *
 * @param cursor where it is
 * @param <V>    the values
 */
record Values<V>(Cursor<String, V> cursor) implements Iterator<V> {

	/** Those after a key, which need not exist; all with null. */
	static <V> Values<V> after(MVMap<String, V> map, @Nullable String key) {
		// no key lies between one and the same with this character behind it
		return new Values<>(map.cursor(key == null ? null : key + '\0'));
	}

	@Override
	public boolean hasNext() {
		return cursor.hasNext();
	}

	@Override
	public V next() {
		cursor.next();
		return cursor.getValue();
	}
}
