// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.h2.mvstore.MVMap;

/** Numbers that are kept; changed by the one writing thread only. */
record Counters(MVMap<String, Long> map) {

	long get(String name) {
		Long value = map.get(name);
		return value == null ? 0 : value;
	}

	/** One that is 0 needs no place. */
	void set(String name, long value) {
		if (value == 0) {
			map.remove(name);
		} else if (value != get(name)) {
			map.put(name, value);
		}
	}

	/** Those that begin so. */
	List<String> names(String beginning) {
		List<String> names = new ArrayList<>();
		for (Iterator<String> all = map.keyIterator(beginning); all.hasNext();) {
			String name = all.next();
			if (!name.startsWith(beginning)) {
				break;
			}
			names.add(name);
		}
		return names;
	}

	void add(String name, long difference) {
		if (difference != 0) {
			map.put(name, get(name) + difference);
		}
	}
}
