// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.eclipse.ui.swt.IFocusService;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.KeptText;
import iothubtools.ui.internal.SashWeights;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.properties.ViewWithProperties;

/** The view D2C Monitor, which may be open several times, each for a hub or some devices of its own. */
public final class MonitorView extends ViewWithProperties {

	private static final String HUB = "hub";
	private static final String FILTER = "filter";
	private static final String LOCK = "scrollLock";
	private static final String COLUMNS = "columns";
	private static final String WEIGHT = "weight";
	private static final String CHART = "chart";
	private static final String CHART_PATHS = "chartPaths";
	private static final String DETAILS_WEIGHT = "detailsWeight";

	/** That of each table, one after the other. */
	private final MenuManager rowsMenu = new MenuManager();
	private @Nullable MonitorPage page;
	private @Nullable MonitorSelection selection;
	private @Nullable MonitorActions actions;

	@Override
	public void createPartControl(@Nullable Composite parent) {
		if (parent == null) {
			return;
		}
		HelpContext.set(parent, MonitorView.class);
		MonitorPage created = new MonitorPage(parent, getSite().getService(IWorkbenchSiteProgressService.class), this::tableMade, this::selected,
				this::stateChanged, id -> Commands.run(getSite(), id));
		page = created;
		MonitorSelection provider = new MonitorSelection(created.panes().table()::selected,
				() -> created.panes().table().messages().isEmpty() ? created.connection() : created.run().connection());
		getSite().registerContextMenu(rowsMenu, provider);
		selection = provider;
		getSite().setSelectionProvider(provider);
		actions = new MonitorActions(this, created);
		getSite().getService(IContextService.class).activateContext(UiIds.MONITOR_CONTEXT);
		IFocusService focus = getSite().getService(IFocusService.class);
		focus.addFocusTracker(created.filter().control(), UiIds.TEXT);
		focus.addFocusTracker(created.form().devices().text(), UiIds.TEXT);
		focus.addFocusTracker(created.form().timeField(), UiIds.TEXT);
		focus.addFocusTracker(created.notice().text(), UiIds.TEXT);
		restore(created, saved());
		HubChanges.follow(created.control(),
				event -> event instanceof HubEvent.MessageSent || event instanceof HubEvent.LocalHubChanged || event instanceof HubEvent.EventHubChanged ||
						 HubChanges.isOfConnections(event),
				event -> follow(created, event));
		stateChanged();
	}

	private static void restore(MonitorPage created, @Nullable IMemento saved) {
		if (saved == null) {
			created.form().hub().choose(IotHubCore.get().connections().defaultConnection());
			return;
		}
		String id = saved.getString(HUB);
		created.form().hub().choose(id == null ? null : MonitorSources.find(id));
		created.form().restore(saved);
		String filter = saved.getString(FILTER);
		created.filter().setText(filter == null ? "" : filter);
		created.scrollLock(Boolean.TRUE.equals(saved.getBoolean(LOCK)));
		IMemento columns = saved.getChild(COLUMNS);
		if (columns != null) {
			created.panes().table().restore(columns);
		}
		String paths = saved.getString(CHART_PATHS);
		created.panes().chart().setText(paths == null ? "" : paths);
		created.chart(Boolean.TRUE.equals(saved.getBoolean(CHART)));
		SashWeights.restore(saved, WEIGHT, created.panes().sash());
		SashWeights.restore(saved, DETAILS_WEIGHT, created.panes().details().control());
	}

	/**
	 * Pins the view to a hub, or to some devices of it.
	 *
	 * @param start whether to read at once
	 */
	public void show(HubConnection connection, MonitoredDevices devices, boolean start) {
		MonitorPage shown = page;
		if (shown != null) {
			shown.form().hub().choose(connection);
			shown.form().devices().set(devices);
			if (start) {
				shown.starts().start();
			}
		}
	}

	/** Takes away what was left when the view was closed last. */
	void reset() {
		MonitorPage shown = page;
		if (shown != null) {
			shown.form().reset();
			shown.filter().setText("");
			shown.scrollLock(false);
			shown.panes().table().withoutFields();
			shown.panes().chart().setText("");
			shown.chart(false);
		}
	}

	/** Whether it is about this hub and these devices. */
	boolean isAbout(HubConnection connection, MonitoredDevices devices) {
		MonitorPage shown = page;
		HubConnection chosen = shown == null ? null : shown.connection();
		return shown != null && chosen != null && chosen.id().equals(connection.id()) && shown.form().devices().get().equals(devices);
	}

	/** Whether nobody has used it yet. */
	boolean isEmpty() {
		MonitorPage shown = page;
		return shown != null && shown.run().connection() == null && shown.form().devices().get().equals(MonitoredDevices.ALL) && shown.filter().text().isEmpty();
	}

	/** Whether it reads, or is about to. */
	boolean isRunning() {
		MonitorPage shown = page;
		return shown != null && shown.run().isRunning();
	}

	private void tableMade(Table table) {
		table.setMenu(rowsMenu.createContextMenu(table));
		getSite().getService(IFocusService.class).addFocusTracker(table, UiIds.MONITOR_ROWS);
	}

	private void selected() {
		MonitorSelection provider = selection;
		if (provider != null) {
			provider.changed();
		}
		MonitorActions shown = actions;
		if (shown != null) {
			shown.update();
		}
	}

	private void stateChanged() {
		MonitorActions shown = actions;
		MonitorPage contents = page;
		MonitorSelection provider = selection;
		if (shown == null || contents == null || provider == null) {
			return;
		}
		shown.update();
		provider.follow();
		HubConnection connection = contents.run().isRunning() ? contents.run().connection() : contents.connection();
		String devices = contents.form().devices().title();
		String name = connection == null ? Messages.View_name
				: devices.isEmpty() ? NLS.bind(Messages.View_name_hub, connection.name()) : NLS.bind(Messages.View_name_devices, devices, connection.name());
		if (!name.equals(getPartName())) {
			setPartName(name);
		}
	}

	private static void follow(MonitorPage shown, HubEvent event) {
		if (event instanceof HubEvent.MessageSent sent) {
			shown.messageSent(sent);
		} else {
			shown.starts().hubsChanged();
		}
	}

	@Override
	@NonNullByDefault({})
	public <T> T getAdapter(Class<T> adapter) {
		MonitorPage shown = page;
		if (adapter == Control.class && shown != null) {
			return adapter.cast(shown.control());
		}
		return super.getAdapter(adapter);
	}

	@Override
	public void saveState(@Nullable IMemento state) {
		MonitorPage shown = page;
		if (state == null || shown == null) {
			return;
		}
		HubConnection connection = shown.connection();
		if (connection != null) {
			state.putString(HUB, connection.id());
		}
		shown.form().save(state);
		KeptText.put(state, FILTER, shown.filter().text());
		state.putBoolean(LOCK, shown.isScrollLocked());
		shown.panes().table().save(state.createChild(COLUMNS));
		state.putBoolean(CHART, shown.panes().isChartShown());
		KeptText.put(state, CHART_PATHS, shown.panes().chart().text());
		SashWeights.save(state, WEIGHT, shown.panes().sash());
		SashWeights.save(state, DETAILS_WEIGHT, shown.panes().details().control());
	}

	@Override
	public void setFocus() {
		MonitorPage shown = page;
		if (shown != null) {
			shown.setFocus();
		}
	}

	@Override
	public void dispose() {
		MonitorPage shown = page;
		if (shown != null) {
			shown.close();
		}
		super.dispose();
	}
}
