// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * The entries of a map in the order of their keys, read some at a time, each time from the last key on. A cursor of the store must not be
 * kept: the pages it is going to read may be written anew meanwhile, and then it fails. So entries that come or go behind the ones
 * just read are seen, or not, as they are when it is their turn.
 *
 * @param <V> the values
 */
final class Entries<V> implements Iterator<Map.Entry<String, V>> {

	private static final int AT_ONCE = 256;

	private final MVMap<String, V> map;
	private final @Nullable String to;
	private final Queue<Map.Entry<String, V>> read = new ArrayDeque<>();
	private @Nullable String from;
	private boolean more = true;

	/**
	 * Those between two keys, which need not exist.
	 *
	 * @param from the first, null for the first of all
	 * @param to   the end, which is none of them; null for no end
	 */
	Entries(MVMap<String, V> map, @Nullable String from, @Nullable String to) {
		this.map = map;
		this.from = from;
		this.to = to;
	}

	/** The key right behind another: no key lies between one and the same with this character at its end. */
	static @Nullable String behind(@Nullable String key) {
		return key == null ? null : key + '\0';
	}

	@Override
	public boolean hasNext() {
		if (read.isEmpty() && more) {
			readOn();
		}
		return !read.isEmpty();
	}

	private void readOn() {
		String end = to;
		Cursor<String, V> cursor = map.cursor(from);
		while (read.size() < AT_ONCE && cursor.hasNext()) {
			String key = cursor.next();
			if (end != null && key.compareTo(end) >= 0) {
				more = false;
				return;
			}
			read.add(Map.entry(key, cursor.getValue()));
			from = behind(key);
		}
		more = read.size() == AT_ONCE;
	}

	@Override
	public Map.Entry<String, V> next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		return read.remove();
	}
}
