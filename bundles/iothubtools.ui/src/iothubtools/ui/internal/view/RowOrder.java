// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Set;

/**
 * How the rows are to be arranged.
 *
 * @param filter    words a device must contain in its columns, all of them; empty for all devices
 * @param sort      the column to sort by
 * @param collapsed ids of the connections whose devices are hidden
 */
public record RowOrder(String filter, DeviceColumn sort, boolean descending, Set<String> collapsed) {

	/** All devices by id. */
	public static final RowOrder DEFAULT = new RowOrder("", DeviceColumn.DEVICE_ID, false, Set.of());

	/** Copies the set. */
	public RowOrder {
		collapsed = Set.copyOf(collapsed);
	}

	RowOrder withFilter(String newFilter) {
		return new RowOrder(newFilter, sort, descending, collapsed);
	}

	RowOrder withSort(DeviceColumn column, boolean isDescending) {
		return new RowOrder(filter, column, isDescending, collapsed);
	}

	RowOrder withCollapsed(Set<String> connectionIds) {
		return new RowOrder(filter, sort, descending, connectionIds);
	}
}
