// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.exchange.Masking;
import iothubtools.client.names.DeviceIds;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents.Phase;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubInventory;
import iothubtools.core.inventory.LookedUp;
import iothubtools.core.queries.SavedQueries;
import iothubtools.core.queries.SavedQuery;
import iothubtools.ui.internal.table.Arranging;
import iothubtools.ui.internal.table.RowList;
import iothubtools.ui.internal.table.RowOrder;

/**
 * All hubs at one moment, their devices sorted and filtered.
 *
 * @param filter   what the devices were filtered by
 * @param only     what devices must have in columns, by the columns' ids
 * @param lookedUp what hubs were asked for because no list has it; nothing if it is another device than the filter is about
 */
record HubSections(List<HubSection> all, String filter, Map<String, String> only, LookedUp lookedUp) {

	/**
	 * Arranges them.
	 *
	 * @param defaultHub is marked if there are several hubs
	 * @param named      whether the hubs' names stand in a column of the devices that can be seen
	 */
	static HubSections arranged(HubInventory inventory, SavedQueries queries, @Nullable HubConnection defaultHub, LookedUp known, boolean named,
			Arranging<DeviceSummary> arranging) {
		List<HubContents> hubs = inOrder(inventory.all(), arranging.order());
		String filter = arranging.order().filter();
		LookedUp lookedUp = known.deviceId().equals(filter.strip()) ? known : LookedUp.NOTHING;
		HubConnection marked = hubs.size() > 1 ? defaultHub : null;
		return new HubSections(hubs.stream().map(hub -> {
			HubDevices devices = new HubDevices(hub, named);
			return new HubSection(hub, marked != null && marked.equals(hub.connection()), arranging.items(devices),
					arranging.isExpanded(devices), lookedUp.in(hub.connection()), named(queries.of(hub.connection()), filter),
					inventory.counts(hub));
		}).toList(), filter, arranging.order().only(), lookedUp).withoutFoundInLists();
	}

	/** Devices stay below their hub: who sorts by hubs sorts these. */
	private static List<HubContents> inOrder(List<HubContents> hubs, RowOrder<DeviceSummary> order) {
		if (order.sort().stream().noneMatch(key -> key.column().equals(DeviceColumns.HUB) && key.descending())) {
			return hubs;
		}
		List<HubContents> reversed = new ArrayList<>(hubs);
		Collections.reverse(reversed);
		return reversed;
	}

	/** Queries have nothing but a name that a filter can be about. */
	private static List<SavedQuery> named(List<SavedQuery> queries, String filter) {
		String part = filter.strip().toLowerCase(Locale.ROOT);
		return part.isEmpty() ? queries : queries.stream().filter(query -> query.name().toLowerCase(Locale.ROOT).contains(part)).toList();
	}

	/** What a list has is not looked up besides. */
	private HubSections withoutFoundInLists() {
		return missingId() != null || lookedUp.answers().isEmpty() ? this
				: new HubSections(all.stream().map(HubSection::withoutFound).toList(), filter, only, LookedUp.NOTHING);
	}

	/** The id of a device that no list has and the filter may be about; null if it is a pattern, several words, a part of something, or a key by mistake. */
	@Nullable
	String missingId() {
		String id = filter.strip();
		boolean pattern = id.indexOf('*') >= 0 || id.indexOf('?') >= 0;
		boolean listed = all.stream().anyMatch(section -> !section.devices().isEmpty());
		// what is chosen beside the filter may hide one that is in a list
		return pattern || listed || !only.isEmpty() || DeviceIds.problem(id) != null || !Masking.mayBeKept(id) ? null : id;
	}

	/** Hubs that are open and may have a device that their list has not. */
	List<HubConnection> toBeAsked() {
		return all.stream().filter(HubSection::expanded).map(HubSection::contents)
				.filter(hub -> hub.phase() != Phase.FAILED && hub.phase() != Phase.STOPPED && hub.phase() != Phase.STARTING).map(HubContents::connection).toList();
	}

	List<HubContents> hubs() {
		return all.stream().map(HubSection::contents).toList();
	}

	RowList<Row> rows() {
		return new RowList<>(all);
	}
}
