// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import iothubtools.client.devices.DeviceSummary;

/**
 * What became of some devices, the last of each by its id. Collecting costs the same however long the list is; all of it is made
 * to a list in one pass. Not safe for threads.
 */
final class DeviceChanges {

	/** Devices that are new to a list fill its last page up to this, so that many changes do not make many pages. */
	private static final int PAGE = 1_000;

	/** Empty for a device that is gone. */
	private final Map<String, Optional<DeviceSummary>> byId = new LinkedHashMap<>();

	/** Of them, those that were read and nothing else: a list that does not have one gets none by it. */
	private final Set<String> onlyRead = new HashSet<>();

	/** Devices that were gone at a time: one that has the same id since is another one. */
	private final Set<String> gone = new HashSet<>();

	/** Whether the list tells etags. */
	private boolean etags;

	/** From now on etags are kept as the list has them, or are not. */
	void keepEtags(boolean told) {
		etags = told;
	}

	/** A device that is new or has changed; kept as a list has it, whatever else is known. The tags it had in the list stay. */
	void put(DeviceSummary device) {
		// in the order of the last change
		byId.remove(device.deviceId());
		byId.put(device.deviceId(), Optional.of(device.asListed(etags)));
		onlyRead.remove(device.deviceId());
	}

	/** A device as somebody has read it, which is news of those alone that a list has, or has got by another change. */
	void read(DeviceSummary device) {
		Optional<DeviceSummary> before = byId.get(device.deviceId());
		boolean only = before == null || before.isEmpty() || onlyRead.contains(device.deviceId());
		put(device);
		if (only) {
			onlyRead.add(device.deviceId());
		}
	}

	/** Devices that are gone. */
	void remove(Collection<String> deviceIds) {
		deviceIds.forEach(id -> byId.put(id, Optional.empty()));
		onlyRead.removeAll(Set.copyOf(deviceIds));
		gone.addAll(deviceIds);
	}

	boolean isEmpty() {
		return byId.isEmpty();
	}

	void clear() {
		byId.clear();
		gone.clear();
		onlyRead.clear();
	}

	/**
	 * The list with these changes: a device that it has keeps its place, one that is new comes last. Pages without a change are the
	 * very same ones.
	 */
	List<List<DeviceSummary>> appliedTo(List<List<DeviceSummary>> pages) {
		Map<String, Optional<DeviceSummary>> rest = new LinkedHashMap<>(byId);
		List<List<DeviceSummary>> changed = new ArrayList<>(pages.size() + 1);
		for (List<DeviceSummary> page : pages) {
			List<DeviceSummary> now = isTouched(page) ? changed(page, rest) : page;
			if (!now.isEmpty()) {
				changed.add(now);
			}
		}
		rest.keySet().removeAll(onlyRead);
		append(rest.values().stream().flatMap(Optional::stream).toList(), changed);
		return changed;
	}

	private boolean isTouched(List<DeviceSummary> page) {
		for (DeviceSummary device : page) {
			if (byId.containsKey(device.deviceId())) {
				return true;
			}
		}
		return false;
	}

	/** @param rest the changes that are still to be made */
	private List<DeviceSummary> changed(List<DeviceSummary> page, Map<String, Optional<DeviceSummary>> rest) {
		List<DeviceSummary> changed = new ArrayList<>(page.size());
		for (DeviceSummary device : page) {
			if (byId.containsKey(device.deviceId())) {
				// at its first place only: a list that grew while it was read may have it on two pages
				Optional<DeviceSummary> change = rest.remove(device.deviceId());
				if (change != null) {
					change.map(now -> gone.contains(now.deviceId()) ? now : now.withTagsOf(device)).ifPresent(changed::add);
				}
			} else {
				changed.add(device);
			}
		}
		return changed.equals(page) ? page : List.copyOf(changed);
	}

	private static void append(List<DeviceSummary> fresh, List<List<DeviceSummary>> pages) {
		if (fresh.isEmpty()) {
			return;
		}
		int last = pages.size() - 1;
		if (last >= 0 && pages.get(last).size() + fresh.size() <= PAGE) {
			List<DeviceSummary> filled = new ArrayList<>(pages.get(last));
			filled.addAll(fresh);
			pages.set(last, List.copyOf(filled));
		} else {
			pages.add(fresh);
		}
	}
}
