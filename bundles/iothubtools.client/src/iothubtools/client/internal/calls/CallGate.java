// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Lets so many in at a time and the others wait in a row, which costs neither a thread nor, as waiting for a connection
 * would, a part of the time a try may take.
 */
final class CallGate {

	private final AtomicInteger free;
	private final Queue<BooleanSupplier> waiting = new ConcurrentLinkedQueue<>();

	CallGate(int places) {
		free = new AtomicInteger(places);
	}

	/**
	 * Runs {@code entry} once there is a place, on the thread of whoever makes it free.
	 *
	 * @param entry returns whether it takes the place, which it must give back by {@link #leave}
	 */
	void enter(BooleanSupplier entry) {
		waiting.add(entry);
		letIn();
	}

	/** Gives a place back. */
	void leave() {
		free.incrementAndGet();
		letIn();
	}

	private void letIn() {
		while (!waiting.isEmpty() && take()) {
			// a loop, not a chain of calls: thousands may wait that have been cancelled in the meantime
			boolean taken = false;
			for (BooleanSupplier entry = waiting.poll(); entry != null; entry = taken ? null : waiting.poll()) {
				taken = entry.getAsBoolean();
			}
			if (!taken) {
				free.incrementAndGet();
			}
		}
	}

	private boolean take() {
		for (int places = free.get(); places > 0; places = free.get()) {
			if (free.compareAndSet(places, places - 1)) {
				return true;
			}
		}
		return false;
	}
}
