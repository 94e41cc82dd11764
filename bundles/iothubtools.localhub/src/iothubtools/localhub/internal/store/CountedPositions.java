// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.List;

import iothubtools.localhub.internal.eventhub.LogPositions;

/** How far the files of the built-in endpoint count, among the other numbers of the hub. */
record CountedPositions(Counters counters) implements LogPositions {

	@Override
	public long get(String name) {
		return counters.get(name);
	}

	@Override
	public void set(String name, long value) {
		counters.set(name, value);
	}

	@Override
	public List<String> names(String beginning) {
		return counters.names(beginning);
	}
}
