// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.ui.internal.table.Arranging;
import iothubtools.ui.internal.table.RowList;

/** All hubs at one moment, their devices sorted and filtered. */
record HubSections(List<HubSection> all) {

	/** @param defaultHub is marked if there are several hubs */
	static HubSections arranged(List<HubContents> hubs, @Nullable HubConnection defaultHub, Arranging<DeviceSummary> arranging) {
		HubConnection marked = hubs.size() > 1 ? defaultHub : null;
		return new HubSections(hubs.stream().map(hub -> {
			HubDevices devices = new HubDevices(hub);
			return new HubSection(hub, marked != null && marked.equals(hub.connection()), arranging.items(devices),
					arranging.isExpanded(devices));
		}).toList());
	}

	List<HubContents> hubs() {
		return all.stream().map(HubSection::contents).toList();
	}

	RowList<Row> rows() {
		return new RowList<>(all);
	}
}
