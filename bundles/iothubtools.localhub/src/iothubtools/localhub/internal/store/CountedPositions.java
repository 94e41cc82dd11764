// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import iothubtools.localhub.internal.eventhub.LogPositions;

/** How far the files of the built-in endpoint count, among the other numbers of the hub. */
record CountedPositions(Counters counters) implements LogPositions {

	@Override
	public long get(String name) {
		return counters.get(name);
	}

	@Override
	public void set(String name, long value) {
		counters.add(name, value - counters.get(name));
	}
}
