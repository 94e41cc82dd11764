// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

import iothubtools.client.DeviceIdentities;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.DeviceGenerations;
import iothubtools.core.inventory.DeviceGenerations.Seen;
import iothubtools.core.inventory.HubContents;
import iothubtools.ui.internal.table.RowTable;

/**
 * What stands in the column of generations. A hub tells the generation of one device at a time: it is read of the rows that rest in sight, as long as
 * the column is shown and somebody sees it. All on the UI thread.
 */
final class GenerationColumn {

	/** Rows that are scrolled past are not read. */
	private static final int REST_MILLIS = 150;
	/** Where it is not known yet. */
	static final String UNKNOWN = "\u2026";

	private final Display display;
	private final BooleanSupplier visible;
	private final DeviceGenerations generations;
	private final AtomicBoolean repaints = new AtomicBoolean();
	private @Nullable RowTable<Row> rows;
	private Map<String, HubContents> hubs = Map.of();
	private boolean shown;
	private boolean asked;
	private @Nullable Object topBefore;

	/** @param visible whether somebody can see the view */
	GenerationColumn(IotHubCore core, Display display, BooleanSupplier visible) {
		this.display = display;
		this.visible = visible;
		generations = new DeviceGenerations(core.operations(), core.events(), this::changed);
	}

	/** Looks from now on whenever something else can be seen. */
	void install(RowTable<Row> table) {
		rows = table;
		table.table().addListener(SWT.Paint, event -> lookSoon());
	}

	/** The column is shown, or is not. */
	void show(boolean now) {
		if (shown != now) {
			shown = now;
			if (now) {
				changed();
			} else {
				generations.forget();
			}
		}
	}

	/** What is known of the hubs. */
	void show(List<HubContents> all) {
		Map<String, HubContents> byId = new HashMap<>();
		all.forEach(hub -> byId.put(hub.connection().id(), hub));
		hubs = byId;
	}

	/** Nobody sees the view any more. */
	void unseen() {
		generations.show(List.of());
	}

	/** A person lists the devices of a hub anew. One that does so by itself again and again would take the calls that the hub has for others. */
	void refreshed(HubConnection connection) {
		generations.outdate(connection);
	}

	/** From any thread; of several that come faster than they can be shown, only the last is. */
	private void changed() {
		if (!repaints.getAndSet(true) && !display.isDisposed()) {
			display.asyncExec(() -> {
				repaints.set(false);
				RowTable<Row> table = rows;
				if (shown && table != null && !table.table().isDisposed()) {
					table.repaint();
				}
			});
		}
	}

	private void lookSoon() {
		if (shown && !asked) {
			asked = true;
			display.timerExec(REST_MILLIS, () -> {
				asked = false;
				look();
			});
		}
	}

	private void look() {
		RowTable<Row> table = rows;
		if (!shown || table == null || table.table().isDisposed()) {
			return;
		}
		List<Row> inSight = visible.getAsBoolean() ? table.inSight() : List.of();
		Object top = inSight.isEmpty() ? null : inSight.get(0).key();
		if (!Objects.equals(top, topBefore)) {
			// not at rest yet
			topBefore = top;
			lookSoon();
			return;
		}
		generations.show(seen(inSight));
	}

	private List<Seen> seen(List<Row> inSight) {
		Map<HubConnection, List<String>> ids = new LinkedHashMap<>();
		for (Row row : inSight) {
			if (row instanceof Row.Device device && !device.stale()) {
				ids.computeIfAbsent(device.connection(), hub -> new ArrayList<>()).add(device.device().deviceId());
			}
		}
		return ids.entrySet().stream().map(hub -> new Seen(hub.getKey(), hub.getValue(), isFew(hub.getKey()), listedAt(hub.getKey()))).toList();
	}

	/** Whether the hub has so few devices that one call tells of all. */
	boolean isFew(HubConnection connection) {
		HubContents contents = hubs.get(connection.id());
		return contents != null && contents.loadedAt() != null && contents.count() <= DeviceIdentities.MOST_LISTED;
	}

	private @Nullable Instant listedAt(HubConnection connection) {
		HubContents contents = hubs.get(connection.id());
		return contents == null ? null : contents.loadedAt();
	}

	/** What stands in the column. */
	String text(Row.Device row) {
		String known = shown ? generations.of(row.connection(), row.device().deviceId()) : "";
		if (known != null) {
			return known;
		}
		if (row.stale()) {
			return "";
		}
		return generations.failure(row.connection()) == null ? UNKNOWN : Messages.Generation_notRead;
	}

	/** Why there is no generation in a row; null where that needs no word. */
	@Nullable
	String trouble(Row.Device row) {
		IStatus failure = generations.failure(row.connection());
		return failure == null || row.stale() || generations.of(row.connection(), row.device().deviceId()) != null ? null : failure.getMessage();
	}

	/** Those of these devices that are still to be read before all is known of them that the column is to say, by their hubs. */
	Map<HubConnection, List<String>> missing(List<Row.Device> devices) {
		Map<HubConnection, List<String>> missing = new LinkedHashMap<>();
		for (Row.Device row : devices) {
			if (shown && !row.stale() && generations.of(row.connection(), row.device().deviceId()) == null) {
				missing.computeIfAbsent(row.connection(), hub -> new ArrayList<>()).add(row.device().deviceId());
			}
		}
		return missing;
	}

	/** Some were read for somebody. */
	void read(HubConnection connection, Map<String, String> read) {
		generations.read(connection, read);
	}

	void close() {
		generations.close();
	}
}
