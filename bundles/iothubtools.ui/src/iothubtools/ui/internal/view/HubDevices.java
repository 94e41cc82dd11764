// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.inventory.HubContents;
import iothubtools.ui.internal.table.ItemGroup;

/**
 * The devices of a hub, to be sorted and filtered.
 *
 * @param named whether the name of the hub stands in a column that can be seen
 */
record HubDevices(HubContents contents, boolean named) implements ItemGroup<DeviceSummary> {

	@Override
	public String id() {
		return contents.connection().id();
	}

	@Override
	public List<List<DeviceSummary>> pages() {
		return contents.pages();
	}

	@Override
	public String shared() {
		return named ? contents.connection().name() : "";
	}

	@Override
	public boolean sameItems(ItemGroup<DeviceSummary> earlier) {
		return earlier instanceof HubDevices that && contents.sameDevices(that.contents);
	}
}
