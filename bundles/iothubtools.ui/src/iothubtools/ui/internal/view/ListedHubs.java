// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.ListenerList;

import iothubtools.core.inventory.HubContents;

/** Tells those who show more of a device than its row that it was listed anew. On the UI thread. */
final class ListedHubs {

	private final ListenerList<Runnable> listeners = new ListenerList<>();
	/** When hubs were listed last, by their connections' ids. */
	private Map<String, Instant> loadedAt = Map.of();

	/** Told whenever the devices of a hub were listed. */
	ListenerList<Runnable> listeners() {
		return listeners;
	}

	/** What is shown now. */
	void show(List<HubContents> hubs) {
		Map<String, Instant> now = new HashMap<>();
		hubs.forEach(hub -> {
			Instant listed = hub.loadedAt();
			if (listed != null && !hub.stale()) {
				now.put(hub.connection().id(), listed);
			}
		});
		boolean any = now.entrySet().stream().anyMatch(each -> !each.getValue().equals(loadedAt.get(each.getKey())));
		loadedAt = now;
		if (any) {
			listeners.forEach(Runnable::run);
		}
	}
}
