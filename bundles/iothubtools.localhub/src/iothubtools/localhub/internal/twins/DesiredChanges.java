// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.kernel.ClientId;

/**
 * Writes of desired properties between being made and being kept: a device must not act on a version that a hub which is killed now
 * would not have when it comes back. All but {@link #tell} is for the thread that writes.
 */
final class DesiredChanges {

	private record DesiredChange(ClientId client, JsonObject patch, long version) {
	}

	private final List<DesiredListener> listeners = new CopyOnWriteArrayList<>();
	private final Queue<DesiredChange> uncommitted = new ArrayDeque<>();

	/** Tells a listener of every later write. */
	void tell(DesiredListener listener) {
		listeners.add(listener);
	}

	/** A write whose commit comes. */
	void add(ClientId client, JsonObject patch, long version) {
		uncommitted.add(new DesiredChange(client, patch, version));
	}

	/** Tells of all writes since the last commit, in their order. */
	void commit() {
		for (DesiredChange change = uncommitted.poll(); change != null; change = uncommitted.poll()) {
			for (DesiredListener listener : listeners) {
				listener.desiredChanged(change.client(), change.patch(), change.version());
			}
		}
	}
}
