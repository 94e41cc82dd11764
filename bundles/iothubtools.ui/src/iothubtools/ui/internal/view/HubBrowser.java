// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents.Phase;
import iothubtools.core.inventory.DeviceLookup;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubInventory;
import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.table.AcrossColumns;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.RowArranger;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.RowOrderMemento;
import iothubtools.ui.internal.table.RowTable;

/**
 * The contents of the view and what keeps them up to date. Devices come page by page into {@link HubInventory}, are
 * arranged by {@link RowArranger} off the UI thread, and are drawn by {@link RowTable}.
 */
final class HubBrowser {

	/** Seconds in the memento; none when it is off. */
	private static final String AUTO_REFRESH = "autoRefresh";

	private final IotHubCore core;
	private final Consumer<String> command;
	private final Display display;
	private final HubInventory inventory;
	private final DeviceLookup lookup;
	private final RowArranger<DeviceSummary> arranger;
	/** The inventory tells of changes, on any thread, before there is what arranges them. */
	private volatile boolean arranges;
	private final HubPages pages;
	private final ShownColumns columns;
	private final GenerationColumn generation;
	private final RowTexts texts;
	private final AutoRefresh autoRefresh;
	private final WhoseRows whose;
	private final BooleanSupplier visible;
	private final ListedHubs listed = new ListedHubs();
	private final AwaitedRow awaited;
	/** Rows on their way to the UI thread. */
	private final AtomicReference<@Nullable HubSections> next = new AtomicReference<>();

	/**
	 * @param saved   what {@link #save} kept, or null
	 * @param visible whether somebody can see the view
	 * @param command runs the command of that id
	 */
	HubBrowser(Composite parent, IotHubCore core, @Nullable IMemento saved, BooleanSupplier visible, Consumer<String> command) {
		this.core = core;
		this.visible = visible;
		this.command = command;
		display = parent.getDisplay();
		inventory = new HubInventory(core.connections(), core.operations(), core.events(), core.localHub(), core.lastKnownLists(),
				this::contentsChanged);
		HubConnections connections = core.connections();
		DeviceLookup created = new DeviceLookup(core.operations(), core.events(), this::contentsChanged);
		lookup = created;
		TagColumns tags = TagColumns.restore(saved);
		arranger = RowArranger.of(tags.shown(),
				arranging -> HubSections.arranged(inventory, core.queries(), connections.defaultConnection(), created.now(), isHubNamed(),
						arranging),
				this::arranged);
		generation = new GenerationColumn(core, display, visible);
		texts = new RowTexts(this::allColumns, generation::text);
		pages = new HubPages(parent, texts::of, this::filter, this::choose, this::clearFilter, inventory::refresh, command);
		awaited = new AwaitedRow(pages.rows());
		columns = new ShownColumns(pages.rows(), tags, arranger, inventory, generation, this::arrange);
		arranges = true;
		RowOrder<DeviceSummary> order = RowOrderMemento.restore(saved, tags.shown());
		columns.restore(saved, order);
		arranger.arrange(order);
		pages.filter().setText(order.filter());
		pages.choices().set(order.only());
		HubChanges.follow(table(), event -> event instanceof HubEvent.DevicesCreated || event instanceof HubEvent.DevicesDeleted, this::follow);
		autoRefresh = new AutoRefresh(table(), visible, inventory::all, inventory::refresh);
		Integer seconds = saved == null ? null : saved.getInteger(AUTO_REFRESH);
		if (seconds != null && seconds > 0) {
			autoRefresh.every(Duration.ofSeconds(seconds));
		}
		RowGestures.install(pages.rows(), this::expand, this::open);
		new RowToolTip(pages.rows(), generation::trouble);
		generation.install(pages.rows());
		whose = WhoseRows.install(pages.rows());
		columns.installMenu();
		AcrossColumns.install(pages.rows(), DeviceColumns.NAMES, RowLabels::acrossColumns, RowLabels::remark);
		SelectedExpander.install(pages.rows());
		pages.begin(!connections.all().isEmpty());
	}

	/** What is known of the devices of all hubs. */
	HubInventory inventory() {
		return inventory;
	}

	RowTable<Row> rows() {
		return pages.rows();
	}

	/** Copies the selected devices as lines of tab-separated columns, below a line of titles. */
	void copyRows() {
		List<Row.Device> devices = rows().selected().stream().filter(Row.Device.class::isInstance).map(Row.Device.class::cast).toList();
		new RowsCopy(core.operations(), generation).copy(devices, columns.heads(), texts);
	}

	ShownColumns columns() {
		return columns;
	}

	private Columns<DeviceSummary> allColumns() {
		return columns.all();
	}

	private boolean isHubNamed() {
		return columns.named();
	}

	/** Where Delete, Copy and Select All are the text's own. */
	List<Text> texts() {
		return pages.texts();
	}

	private Table table() {
		return pages.rows().table();
	}

	private void contentsChanged() {
		// what has changed before is arranged with the rest at first
		if (arranges) {
			arranger.itemsChanged();
		}
	}

	/** New rows, on the worker's thread. Of several that come faster than they can be shown only the last are. */
	private void arranged(HubSections rows) {
		if (next.getAndSet(rows) == null && !display.isDisposed()) {
			display.asyncExec(() -> {
				HubSections latest = next.getAndSet(null);
				if (latest != null && !table().isDisposed()) {
					show(latest);
				}
			});
		}
	}

	private void show(HubSections hubs) {
		generation.show(hubs.hubs());
		pages.show(hubs);
		whose.show(hubs.hubs().size() > 1);
		listed.show(hubs.hubs());
		if (!arranger.order().hides()) {
			awaited.shown(hubs.hubs());
		}
		// nobody is asked, and no master password asked for, as long as nobody looks
		Stream<HubSection> open = visible.getAsBoolean() ? hubs.all().stream().filter(HubSection::expanded) : Stream.empty();
		open.map(HubSection::contents)
				.filter(hub -> hub.phase() == Phase.NOT_LOADED).map(HubContents::connection).forEach(inventory::loadOnce);
		String missing = hubs.missingId();
		if (missing == null) {
			lookup.stop();
		} else {
			lookup.ask(missing, hubs.toBeAsked());
		}
	}

	/** Told on the UI thread whenever the devices of a hub were listed. */
	ListenerList<Runnable> loads() {
		return listed.listeners();
	}

	/** Somebody looks at the view who did not before. */
	void seen() {
		arranger.itemsChanged();
	}

	/** Nobody looks at the view any more. */
	void unseen() {
		generation.unseen();
	}

	private void arrange(RowOrder<DeviceSummary> order) {
		if (!order.equals(arranger.order())) {
			arranger.arrange(order);
			pages.hidden().filtered(hub -> columns.filter(core.connections().find(hub), order));
		}
	}

	private void filter(String text) {
		arrange(arranger.order().withFilter(text));
	}

	private void choose(Map<String, String> only) {
		arrange(arranger.order().withOnly(only));
	}

	/** Shows all devices, and among them the one that was hidden. */
	private void clearFilter() {
		awaited.await(pages.hidden().first());
		pages.choices().set(Map.of());
		pages.filter().setText("");
	}

	/** Selects the row of a device and brings it into sight, whatever hides it: its hub is opened, and no filter is left. */
	void reveal(Row.Key device) {
		if (!awaited.reveal(device)) {
			awaited.await(device);
			Set<String> collapsed = new HashSet<>(arranger.order().collapsed());
			collapsed.remove(device.connectionId());
			arrange(arranger.order().withCollapsed(collapsed));
			pages.choices().set(Map.of());
			pages.filter().setText("");
		}
	}

	private void follow(HubEvent event) {
		if (event instanceof HubEvent.DevicesCreated created) {
			pages.hidden().created(created.connection(), created.devices(), columns.filter(created.connection(), arranger.order()));
		} else if (event instanceof HubEvent.DevicesDeleted deleted) {
			pages.hidden().deleted(deleted.connection(), deleted.deviceIds());
		}
	}

	private void expand(Row.Hub hub, boolean expanded) {
		String id = hub.contents().connection().id();
		Set<String> collapsed = new HashSet<>(arranger.order().collapsed());
		if (expanded ? collapsed.remove(id) : collapsed.add(id)) {
			arrange(arranger.order().withCollapsed(collapsed));
		}
	}

	private void open(Row row) {
		if (row instanceof Row.Hub hub) {
			expand(hub, !hub.expanded());
		} else if (row instanceof Row.Note note && note.contents().phase() == Phase.STOPPED) {
			command.accept(UiIds.START_LOCAL_HUB);
		} else if (row instanceof Row.Note note) {
			inventory.refresh(note.contents().connection());
		} else if (row instanceof Row.Query) {
			command.accept(UiIds.QUERY);
		} else {
			command.accept(UiIds.OPEN_DEVICE);
		}
	}

	/** Lists the devices of these hubs anew; of all hubs when none is given. */
	void refresh(List<HubConnection> connections) {
		lookup.stop();
		List<HubConnection> all = inventory.all().stream().map(HubContents::connection).toList();
		(connections.isEmpty() ? all : connections).forEach(connection -> {
			inventory.refresh(connection);
			generation.refreshed(connection);
			core.checkRightsAnew(connection);
		});
	}

	AutoRefresh autoRefresh() {
		return autoRefresh;
	}

	void selectAll() {
		table().selectAll();
		table().notifyListeners(SWT.Selection, new Event());
	}

	/** Shows only the devices below this one, and who their parent is; what the filter field has does not hide them. */
	void showChildren(String edgeId) {
		columns.heads().hide(DeviceColumns.PARENT, false);
		pages.filter().setText("");
		pages.choices().set(Map.of(DeviceColumns.PARENT.id(), edgeId));
	}

	void focusFilter() {
		pages.filter().setFocus();
	}

	void setFocus() {
		pages.setFocus();
	}

	void save(IMemento memento) {
		columns.save(memento);
		RowOrderMemento.save(arranger.order(), memento);
		memento.putInteger(AUTO_REFRESH, (int) autoRefresh.pause().toSeconds());
	}

	void close() {
		inventory.close();
		generation.close();
		lookup.close();
		arranger.close();
	}
}
