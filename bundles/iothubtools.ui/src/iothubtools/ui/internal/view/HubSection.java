// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.inventory.HubContents;
import iothubtools.ui.internal.table.RowSection;

/**
 * The rows of a hub with its devices.
 *
 * @param marked  whether it is the default of several hubs
 * @param devices those that pass the filter, in the order of the rows
 */
record HubSection(HubContents contents, boolean marked, List<DeviceSummary> devices, boolean expanded) implements RowSection<Row> {

	private boolean hasNote() {
		return expanded && devices.isEmpty() && switch (contents.phase()) {
		case NOT_LOADED, FAILED, STOPPED, CANCELLED -> contents.loadedAt() == null;
		case LOADING, LOADED -> false;
		};
	}

	@Override
	public int rows() {
		return 1 + (hasNote() ? 1 : 0) + (expanded ? devices.size() : 0);
	}

	@Override
	public Row row(int index) {
		if (index == 0) {
			return new Row.Hub(contents, marked, devices.size(), expanded);
		}
		return hasNote() ? new Row.Note(contents) : new Row.Device(contents.connection(), devices.get(index - 1));
	}
}
