// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import org.h2.mvstore.MVMap;

/** Numbers that are kept; changed by the one writing thread only. */
record Counters(MVMap<String, Long> map) {

	long get(String name) {
		Long value = map.get(name);
		return value == null ? 0 : value;
	}

	void add(String name, long difference) {
		if (difference != 0) {
			map.put(name, get(name) + difference);
		}
	}
}
