// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.inventory.HubContents;

/**
 * All rows at one moment, sorted and filtered. Immutable; rows are made when they are asked for, because of 100,000 only
 * some dozens are ever drawn.
 */
final class RowList {

	static final RowList EMPTY = new RowList(List.of());

	/**
	 * A hub with its devices.
	 *
	 * @param marked  whether it is the default of several hubs
	 * @param devices those that pass the filter, in the order of the rows
	 */
	record Section(HubContents contents, boolean marked, List<DeviceSummary> devices, boolean expanded) {

		boolean hasNote() {
			return expanded && devices.isEmpty() && switch (contents.phase()) {
			case NOT_LOADED, FAILED, CANCELLED -> contents.loadedAt() == null;
			case LOADING, LOADED -> false;
			};
		}

		int rows() {
			return 1 + (hasNote() ? 1 : 0) + (expanded ? devices.size() : 0);
		}

		Row row(int index) {
			if (index == 0) {
				return new Row.Hub(contents, marked, devices.size(), expanded);
			}
			return hasNote() ? new Row.Note(contents) : new Row.Device(contents.connection(), devices.get(index - 1));
		}
	}

	private final List<Section> sections;
	private final int size;

	RowList(List<Section> sections) {
		this.sections = List.copyOf(sections);
		this.size = sections.stream().mapToInt(Section::rows).sum();
	}

	List<Section> sections() {
		return sections;
	}

	int size() {
		return size;
	}

	/** The row at an index below {@link #size()}. */
	Row get(int index) {
		int rest = index;
		for (Section section : sections) {
			if (rest < section.rows()) {
				return section.row(rest);
			}
			rest -= section.rows();
		}
		throw new IndexOutOfBoundsException(index);
	}

	/** Where rows are now; those that are gone are left out. One pass over all rows, a few milliseconds for 100,000. */
	int[] indicesOf(Set<Row.Key> keys) {
		List<Integer> indices = new ArrayList<>();
		if (!keys.isEmpty()) {
			for (int i = 0; i < size; i++) {
				if (keys.contains(get(i).key())) {
					indices.add(i);
				}
			}
		}
		return indices.stream().mapToInt(Integer::intValue).toArray();
	}
}
