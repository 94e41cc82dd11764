// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;

/** Where a monitor can read: hubs, and endpoints that somebody was given in their place. */
final class MonitorSources {

	private MonitorSources() {
	}

	/** Hubs first, each by name. */
	static List<HubConnection> all() {
		IotHubCore core = IotHubCore.get();
		return Stream.concat(core.connections().all().stream(), core.eventHubs().all().stream()).toList();
	}

	/** The one with this id, as it is now; null when there is none. */
	static @Nullable HubConnection find(String id) {
		return all().stream().filter(source -> source.id().equals(id)).findFirst().orElse(null);
	}
}
