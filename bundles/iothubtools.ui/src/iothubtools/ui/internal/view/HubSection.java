// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.operations.HubCounts;
import iothubtools.core.queries.SavedQuery;
import iothubtools.ui.internal.table.RowSection;

/**
 * The rows of a hub with its devices.
 *
 * @param marked  whether it is the default of several hubs
 * @param devices those that pass the filter, in the order of the rows
 * @param found   one that is not in the list, and that the hub was asked for; null for none
 * @param queries that are kept for the hub, without those that the filter is not about
 * @param counts  how many devices the hub says that it has; null if it does not
 */
record HubSection(HubContents contents, boolean marked, List<DeviceSummary> devices, boolean expanded,
		@Nullable DeviceSummary found, List<SavedQuery> queries, @Nullable HubCounts counts) implements RowSection<Row> {

	private boolean hasNote() {
		return expanded && found == null && devices.isEmpty() && switch (contents.phase()) {
		case NOT_LOADED, FAILED, STOPPED, CANCELLED -> contents.loadedAt() == null;
		case LOADING, LOADED, STARTING -> false;
		};
	}

	private int queriesShown() {
		return expanded ? queries.size() : 0;
	}

	@Override
	public int rows() {
		return 1 + queriesShown() + (hasNote() ? 1 : 0) + (expanded ? devices.size() + (found == null ? 0 : 1) : 0);
	}

	@Override
	public Row row(int index) {
		if (index == 0) {
			return new Row.Hub(contents, marked, devices.size(), expanded, counts);
		}
		int place = index - queriesShown();
		if (place < 1) {
			return new Row.Query(contents.connection(), queries.get(index - 1));
		}
		if (hasNote()) {
			return new Row.Note(contents);
		}
		DeviceSummary alone = found;
		return alone != null && place > devices.size() ? new Row.Device(contents.connection(), alone, false, false)
				: new Row.Device(contents.connection(), devices.get(place - 1), contents.stale(), true);
	}

	/** Devices are compared by their ids alone, as the row on top is looked for on the UI thread among a million. */
	@Override
	public void find(Set<?> keys, IntConsumer found) {
		Set<String> ids = new HashSet<>();
		for (Object key : keys) {
			String id = key instanceof Row.Key own && own.connectionId().equals(contents.connection().id()) ? own.deviceId() : null;
			if (id != null) {
				ids.add(id);
			}
		}
		// a hash is computed of each id once, which takes longer than to compare it with one
		Predicate<String> wanted = ids.size() == 1 ? ids.iterator().next()::equals : ids::contains;
		int rows = rows();
		int first = 1 + queriesShown();
		for (int i = 0; i < rows; i++) {
			boolean listed = i >= first && i - first < devices.size() && !hasNote();
			if (listed ? wanted.test(devices.get(i - first).deviceId()) : keys.contains(row(i).key())) {
				found.accept(i);
			}
		}
	}

	/** Another order has the same devices as objects. */
	@Override
	public void findSame(List<? extends Row> wanted, IntConsumer found) {
		Set<DeviceSummary> same = Collections.newSetFromMap(new IdentityHashMap<>());
		for (Row row : wanted) {
			if (row instanceof Row.Device device && device.connection().id().equals(contents.connection().id())) {
				same.add(device.device());
			}
		}
		int first = 1 + queriesShown();
		DeviceSummary one = same.size() == 1 ? same.iterator().next() : null;
		int shown = expanded && !same.isEmpty() ? devices.size() : 0;
		for (int i = 0; i < shown; i++) {
			DeviceSummary device = devices.get(i);
			if (one == null ? same.contains(device) : device == one) {
				found.accept(first + i);
			}
		}
	}

	/** The same with nothing but what is in the list. */
	HubSection withoutFound() {
		return new HubSection(contents, marked, devices, expanded, null, queries, counts);
	}
}
