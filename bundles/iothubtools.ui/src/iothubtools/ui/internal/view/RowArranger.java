// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.connections.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.ui.internal.view.RowList.Section;

/** Sorts and filters off the UI thread. Requests that come while it works are answered together by one more run. */
final class RowArranger {

	/** While pages stream in, the rows follow this often; a sort of 100,000 takes about as long. */
	private static final long PAUSE_MILLIS = 100;

	/** The sorted devices of one hub, kept so that typing a filter does not sort again. */
	private record Sorted(HubContents of, DeviceColumn column, boolean descending, List<DeviceSummary> devices) {
	}

	private final Supplier<List<HubContents>> source;
	private final Supplier<@Nullable HubConnection> defaultHub;
	private final Map<String, Sorted> sorted = new HashMap<>();
	private final Job job;
	private volatile RowOrder order = RowOrder.DEFAULT;

	/** @param sink is called on the worker's thread */
	RowArranger(Supplier<List<HubContents>> source, Supplier<@Nullable HubConnection> defaultHub,
			Consumer<RowList> sink) {
		this.source = source;
		this.defaultHub = defaultHub;
		job = Job.createSystem("Arrange devices", (ICoreRunnable) monitor -> sink.accept(arrange()));
	}

	RowOrder order() {
		return order;
	}

	/** Arranges the rows in another way, as soon as possible. */
	void arrange(RowOrder newOrder) {
		order = newOrder;
		job.schedule();
	}

	/** The contents changed. */
	void contentsChanged() {
		job.schedule(PAUSE_MILLIS);
	}

	void close() {
		job.cancel();
	}

	private RowList arrange() {
		RowOrder wanted = order;
		RowFilter filter = new RowFilter(wanted.filter());
		List<HubContents> hubs = source.get();
		sorted.keySet().retainAll(hubs.stream().map(hub -> hub.connection().id()).toList());
		HubConnection marked = hubs.size() > 1 ? defaultHub.get() : null;
		List<Section> sections = new ArrayList<>();
		for (HubContents hub : hubs) {
			List<DeviceSummary> devices = sorted(hub, wanted);
			List<DeviceSummary> shown = filter.passesAll() ? devices : devices.stream().filter(filter::test).toList();
			sections.add(new Section(hub, marked != null && marked.equals(hub.connection()), shown,
					!wanted.collapsed().contains(hub.connection().id())));
		}
		return new RowList(sections);
	}

	private List<DeviceSummary> sorted(HubContents hub, RowOrder wanted) {
		Sorted known = sorted.get(hub.connection().id());
		if (known != null && known.column() == wanted.sort() && known.descending() == wanted.descending()
				&& known.of().sameDevices(hub)) {
			return known.devices();
		}
		List<DeviceSummary> devices = new ArrayList<>(hub.count());
		hub.pages().forEach(devices::addAll);
		devices.sort(wanted.sort().order(wanted.descending()));
		sorted.put(hub.connection().id(), new Sorted(hub, wanted.sort(), wanted.descending(), devices));
		return devices;
	}
}
