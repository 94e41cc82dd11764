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

	public void addListener(Consumer<HubEvent> listener) {
		listeners.add(listener);
	}

	public void removeListener(Consumer<HubEvent> listener) {
		listeners.remove(listener);
	}

	public void fire(HubEvent event) {
		for (Consumer<HubEvent> listener : listeners) {
			ISafeRunnable call = () -> listener.accept(event);
			SafeRunner.run(call);
		}
	}
}
