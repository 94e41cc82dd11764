// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ISafeRunnable;
import org.eclipse.core.runtime.SafeRunner;

/** Hands events to listeners. A listener that throws is logged and does not stop the others. */
public final class HubEvents {

	private final List<Consumer<HubEvent>> listeners = new CopyOnWriteArrayList<>();

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
		for (Consumer<HubEvent> listener : listeners) {
			ISafeRunnable call = () -> listener.accept(event);
			SafeRunner.run(call);
		}
	}
}
