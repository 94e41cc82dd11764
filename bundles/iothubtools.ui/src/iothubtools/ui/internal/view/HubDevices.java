// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.inventory.HubContents;
import iothubtools.ui.internal.table.ItemGroup;

/** The devices of a hub, to be sorted and filtered. */
record HubDevices(HubContents contents) implements ItemGroup<DeviceSummary> {

	@Override
	public String id() {
		return contents.connection().id();
	}

	@Override
	public List<List<DeviceSummary>> pages() {
		return contents.pages();
	}

	@Override
	public boolean sameItems(ItemGroup<DeviceSummary> earlier) {
		return earlier instanceof HubDevices that && contents.sameDevices(that.contents);
	}
}
