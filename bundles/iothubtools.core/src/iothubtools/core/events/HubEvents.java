// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.events;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ISafeRunnable;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.hubs.HubConnection;

/** Hands events to listeners. A listener that throws is logged and does not stop the others. */
public final class HubEvents {

	private final List<Consumer<HubEvent>> listeners = new CopyOnWriteArrayList<>();

	/** By the connections' ids, how often devices were changed. */
	private final Map<String, Integer> changes = new ConcurrentHashMap<>();

	/** Listeners are called on the thread that made the change, at a time it may hold locks: they must not wait for others. */
	public void addListener(Consumer<HubEvent> listener) {
		listeners.add(listener);
	}

	/** Stops telling the listener; no error when it is none. */
	public void removeListener(Consumer<HubEvent> listener) {
		listeners.remove(listener);
	}

	/** Tells all listeners, in the order they were added. */
	public void fire(HubEvent event) {
		HubConnection changed = changed(event);
		if (changed != null) {
			changes.merge(changed.id(), 1, Integer::sum);
		}
		for (Consumer<HubEvent> listener : listeners) {
			ISafeRunnable call = () -> listener.accept(event);
			SafeRunner.run(call);
		}
	}

	/** How often it was told that devices of this hub are others than before: what was read when that was another number may be older than that. */
	public int changes(HubConnection connection) {
		return changes.getOrDefault(connection.id(), 0);
	}

	private static @Nullable HubConnection changed(HubEvent event) {
		if (event instanceof HubEvent.DevicesCreated created) {
			return created.connection();
		} else if (event instanceof HubEvent.DevicesChanged changed) {
			return changed.connection();
		}
		return event instanceof HubEvent.DevicesDeleted deleted ? deleted.connection() : null;
	}
}
