// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import iothubtools.localhub.internal.eventhub.LogPositions;

/**
 * How far the files of the built-in endpoint count. What moves with each message is kept beside the store while nothing else is to be kept: a
 * version of the store costs more than a hundred messages do. With the next version it goes into the store, among the other numbers of the hub,
 * so that what is kept beside counts for the version alone that it was kept for.
 */
final class KeptPositions implements LogPositions, AutoCloseable {

	/** Kept in the store once there is a file beside it. */
	private static final String BESIDE = "events/beside";

	private final Counters counters;
	private final PositionSlots slots;
	/** What the store does not have yet. Also read while messages are looked for. */
	private final Map<String, Long> moved = new ConcurrentHashMap<>();
	private boolean written = true;

	/**
	 * With the numbers of the store, which get what was kept beside it.
	 *
	 * @param version that the store was opened with
	 * @param mark    of the store
	 * @throws DamagedStoreException when what was kept beside it is lost
	 */
	KeptPositions(Counters counters, PositionSlots slots, long version, StoreMark mark) throws IOException, DamagedStoreException {
		this.counters = counters;
		this.slots = slots;
		if (slots.isEmpty() && counters.get(BESIDE) > 0) {
			mark.needsNothingBeside(PositionSlots.NAME);
		}
		Map<String, Long> beside = slots.read(version);
		// from now on the file is never without any
		slots.write(version, beside);
		beside.forEach(counters::set);
		counters.set(BESIDE, 1);
	}

	@Override
	public long get(String name) {
		Long value = moved.get(name);
		return value == null ? counters.get(name) : value;
	}

	@Override
	public void set(String name, long value) {
		counters.set(name, value);
	}

	@Override
	public void move(String name, long value) {
		if (value != get(name)) {
			moved.put(name, value);
			written = false;
		}
	}

	@Override
	public List<String> names(String beginning) {
		return counters.names(beginning);
	}

	/** Hands what moved to the store, whose next version is about to be written. */
	void intoStore() {
		moved.forEach(counters::set);
		moved.clear();
		written = true;
	}

	/**
	 * Keeps what moved beside the store.
	 *
	 * @param version that the store has
	 * @return whether there was any
	 */
	boolean write(long version) throws IOException {
		if (written) {
			return false;
		}
		slots.write(version, moved);
		written = true;
		return true;
	}

	@Override
	public void close() throws IOException {
		slots.close();
	}
}
