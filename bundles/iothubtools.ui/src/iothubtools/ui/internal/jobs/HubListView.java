// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.localhub.LocalHubState;
import iothubtools.core.operations.HubOperation;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.RefreshTool;
import iothubtools.ui.internal.RestoredView;
import iothubtools.ui.internal.SashWeights;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.enablement.DisabledCommands;
import iothubtools.ui.internal.table.ItemTable;

/**
 * A view of what a hub keeps besides devices: it is pinned to a hub, lists what is there when it is opened or asked to, and shows what is
 * selected in detail. May be open several times, each for a hub of its own.
 */
public abstract class HubListView<T> extends RestoredView {

	private static final String HUB = "hub";
	private static final String WEIGHT = "weight";

	private final ListNames names;
	private final BiFunction<HubConnection, T, Object> element;
	private @Nullable Parts<T> parts;
	/** The hub whose things are shown; null while nothing was listed. */
	private @Nullable HubConnection listed;
	/** Whether the last try to list failed. */
	private boolean failed;

	/** What the view is made of. */
	private record Parts<T>(ListFrame frame, ItemTable<T> table, ListDetails<T> details, HubListing<List<T>> listing, HubListSelection selection) {
	}

	/** @param element what commands act on when an item is selected */
	HubListView(ListNames names, BiFunction<HubConnection, T, Object> element) {
		this.names = names;
		this.element = element;
	}

	/** The table, with nothing in it. */
	abstract ItemTable<T> table(Composite parent, Runnable selected);

	/** What shows the selected one. */
	abstract ListDetails<T> details(Composite parent);

	/** Lists all. */
	abstract HubOperation<List<T>> list(HubConnection connection);

	/** Whether the list is another one after an event about a hub. */
	abstract boolean concerns(HubEvent event, HubConnection connection);

	/** The table is there, and what of it is selected for the rest of the workbench. */
	void installed(ItemTable<T> table, ISelectionProvider selection) {
		// jobs are dragged nowhere
	}

	/** How many there are, in words. */
	abstract String count(List<T> items);

	/** What was listed is shown now. */
	void listed(HubConnection connection, List<T> items) {
		// nothing more is done with configurations
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		if (parent == null) {
			return;
		}
		HelpContext.set(parent, getClass());
		ListFrame frame = new ListFrame(parent, names, this::hubChosen, () -> Commands.run(getSite(), UiIds.CONNECT_HUB));
		ItemTable<T> table = table(frame.sash(), this::selected);
		ListDetails<T> details = details(frame.sash());
		frame.sash().setWeights(3, 2);
		HubListing<List<T>> listing = new HubListing<>(frame.whole(), getSite().getService(IWorkbenchSiteProgressService.class), this::show, this::tell);
		HubListSelection selection = new HubListSelection(this::elements, this::connection);
		parts = new Parts<>(frame, table, details, listing, selection);
		getSite().setSelectionProvider(selection);
		MenuManager menu = new MenuManager();
		table.widget().setMenu(menu.createContextMenu(table.widget()));
		getSite().registerContextMenu(menu, selection);
		ListActions.install(this, table, details);
		installed(table, selection);
		RefreshTool.add(getViewSite(), this::refresh);
		DisabledCommands disabled = new DisabledCommands(getViewSite());
		frame.whole().addDisposeListener(event -> disabled.close());
		restore(frame, table);
		HubChanges.follow(frame.whole(), event -> true, this::changed);
	}

	private void restore(ListFrame frame, ItemTable<T> table) {
		IMemento saved = saved();
		HubConnection chosen = IotHubCore.get().connections().defaultConnection();
		if (saved != null) {
			String id = saved.getString(HUB);
			chosen = id == null ? null : IotHubCore.get().connections().find(id);
			table.restore(saved);
			SashWeights.restore(saved, WEIGHT, frame.sash());
		}
		frame.hub().choose(chosen);
	}

	private void changed(HubEvent event) {
		Parts<T> shown = parts;
		if (shown == null) {
			return;
		}
		if (HubChanges.isOfConnections(event)) {
			shown.frame().hub().update();
			hubChosen();
		}
		HubConnection connection = shown.frame().hub().chosen();
		if (connection == null) {
			return;
		}
		boolean localIsThere = event instanceof HubEvent.LocalHubChanged && LocalHubService.isLocal(connection)
				&& IotHubCore.get().localHub().state() == LocalHubState.RUNNING;
		boolean other = event instanceof HubEvent.ConnectionChanged edited && edited.connection().id().equals(connection.id());
		if (localIsThere || other || concerns(event, connection)) {
			refresh();
		}
	}

	private void hubChosen() {
		Parts<T> shown = parts;
		if (shown == null) {
			return;
		}
		HubConnection connection = shown.frame().hub().chosen();
		String name = connection == null ? names.view() : NLS.bind(names.title(), connection.name());
		if (!name.equals(getPartName())) {
			setPartName(name);
		}
		HubConnection before = listed;
		if (connection == null || before == null || !before.id().equals(connection.id())) {
			listed = null;
			shown.table().show(List.of());
			shown.details().show(null, null);
			refresh();
		}
		shown.selection().changed();
	}

	/** Lists anew. */
	public void refresh() {
		Parts<T> shown = parts;
		if (shown == null) {
			return;
		}
		HubConnection connection = shown.frame().hub().chosen();
		if (connection == null) {
			shown.listing().stop();
			shown.frame().fine(Messages.Status_noHub);
			return;
		}
		shown.frame().say(NLS.bind(names.listing(), connection.name()));
		shown.listing().read(list(connection));
	}

	/** Says something below the rows. */
	final void say(String text) {
		Parts<T> shown = parts;
		if (shown != null) {
			shown.frame().say(text);
		}
	}

	private void show(HubConnection connection, List<T> items) {
		Parts<T> shown = parts;
		if (shown != null) {
			listed = connection;
			failed = false;
			shown.table().show(items);
			shown.frame().fine(NLS.bind(Messages.Status_listed, count(items), ListTexts.clock(Instant.now())));
			if (items.isEmpty()) {
				shown.frame().nothing(NLS.bind(names.none(), connection.name()), names.first(), () -> Commands.run(getSite(), names.firstCommand()));
			}
			listed(connection, items);
			// what is selected may be another now, and the same row
			selected();
		}
	}

	private void tell(IStatus why) {
		Parts<T> shown = parts;
		if (shown == null) {
			return;
		}
		failed = true;
		boolean cancelled = why.matches(IStatus.CANCEL);
		shown.frame().say(cancelled ? Messages.Status_cancelled : listed == null ? Messages.Status_failed : Messages.Status_old);
		if (!cancelled) {
			shown.frame().failed(why, this::refresh);
		}
	}

	/** Whether the last list came, and none is on its way. */
	final boolean isUpToDate() {
		Parts<T> shown = parts;
		return shown != null && listed != null && !failed && !shown.listing().isReading();
	}

	private void selected() {
		Parts<T> shown = parts;
		if (shown != null) {
			List<T> items = shown.table().selected();
			shown.details().show(listed, items.size() == 1 ? items.get(0) : null);
			shown.selection().changed();
		}
	}

	private List<?> elements() {
		Parts<T> shown = parts;
		HubConnection connection = listed;
		return shown == null || connection == null ? List.of() : shown.table().selected().stream().map(item -> element.apply(connection, item)).toList();
	}

	/** Pins the view to a hub. */
	public void show(HubConnection connection) {
		Parts<T> shown = parts;
		if (shown != null && !Objects.equals(connection, shown.frame().hub().chosen())) {
			shown.frame().hub().choose(connection);
		}
	}

	/** Selects what has this id as soon as it is listed, which it is now. */
	public void reveal(String id) {
		Parts<T> shown = parts;
		if (shown != null) {
			shown.table().reveal(id);
			refresh();
		}
	}

	/** The hub that is asked; null while there is none. */
	public @Nullable HubConnection connection() {
		Parts<T> shown = parts;
		return shown == null ? null : shown.frame().hub().chosen();
	}

	@Override
	@NonNullByDefault({})
	public void saveState(IMemento state) {
		Parts<T> shown = parts;
		if (state != null && shown != null) {
			HubConnection connection = shown.frame().hub().chosen();
			if (connection != null) {
				state.putString(HUB, connection.id());
			}
			shown.table().save(state);
			SashWeights.save(state, WEIGHT, shown.frame().sash());
		}
	}

	@Override
	public void setFocus() {
		Parts<T> shown = parts;
		if (shown != null) {
			shown.table().widget().setFocus();
		}
	}
}
