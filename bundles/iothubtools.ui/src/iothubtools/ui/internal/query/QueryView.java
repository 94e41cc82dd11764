// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.swt.IFocusService;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.queries.SavedQuery;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.KeptText;
import iothubtools.ui.internal.SashWeights;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.monitor.MonitorViews;
import iothubtools.ui.internal.properties.ViewWithProperties;

/**
 * The view IoT Hub Query, which may be open several times, each for a hub of its own: a query and its rows. A text that was typed is kept
 * with the view.
 */
public final class QueryView extends ViewWithProperties {

	private static final String HUB = "hub";
	private static final String SAVED = "savedQuery";
	private static final String WEIGHT = "weight";

	/** That of each table, one after the other. */
	private final MenuManager rowsMenu = new MenuManager();
	private @Nullable QueryPane page;
	private @Nullable ResultSelection selection;
	private @Nullable QueryActions actions;
	private String savedId = "";

	@Override
	public void createPartControl(@Nullable Composite parent) {
		if (parent == null) {
			return;
		}
		HelpContext.set(parent, QueryView.class);
		IotHubCore core = IotHubCore.get();
		QueryPane created = new QueryPane(parent, core, getSite().getService(IWorkbenchSiteProgressService.class), this::tableMade, this::selected,
				this::stateChanged, id -> Commands.run(getSite(), id));
		page = created;
		ResultSelection provider = new ResultSelection(created.table(), created::hubOfRows, created::connection);
		getSite().registerContextMenu(rowsMenu, provider);
		selection = provider;
		getSite().setSelectionProvider(provider);
		actions = new QueryActions(this, created);
		getSite().getService(IContextService.class).activateContext(UiIds.QUERY_CONTEXT);
		IFocusService focus = getSite().getService(IFocusService.class);
		focus.addFocusTracker(created.text().widget(), UiIds.QUERY_TEXT);
		focus.addFocusTracker(created.notice().text(), UiIds.TEXT);
		restore(created, saved());
		HubChanges.follow(created.sash(), event -> event instanceof HubEvent.QueriesChanged || HubChanges.isOfConnections(event), event -> {
			created.hub().update();
			stateChanged();
		});
		stateChanged();
	}

	private void restore(QueryPane created, @Nullable IMemento saved) {
		HubConnection hub = null;
		if (saved != null) {
			String id = saved.getString(HUB);
			hub = id == null ? null : IotHubCore.get().connections().find(id);
			String text = saved.getTextData();
			created.text().begin(text == null ? "" : text);
			String savedQuery = saved.getString(SAVED);
			savedId = savedQuery == null ? "" : savedQuery;
			SashWeights.restore(saved, WEIGHT, created.sash());
		} else {
			hub = IotHubCore.get().connections().defaultConnection();
		}
		created.hub().choose(hub);
	}

	/** Pins the view to a hub. */
	public void show(HubConnection connection) {
		withPage(shown -> shown.hub().choose(connection));
	}

	/** Shows a query that is kept for a hub. */
	public void show(HubConnection connection, SavedQuery query) {
		savedId = query.id();
		withPage(shown -> {
			shown.hub().choose(connection);
			shown.text().setText(query.text());
		});
		stateChanged();
	}

	/** Shows another text, which is not kept yet. */
	public void show(String text) {
		withPage(shown -> shown.text().setText(text));
	}

	/** The hub that is asked; null while there is none. */
	public @Nullable HubConnection connection() {
		QueryPane shown = page;
		return shown == null ? null : shown.connection();
	}

	/** Whether nobody has typed anything. */
	public boolean isEmpty() {
		QueryPane shown = page;
		return shown != null && shown.text().text().isBlank() && !shown.isRunning();
	}

	/** The id of the kept query that is shown, changed or not; empty for none. */
	public String savedId() {
		return savedId;
	}

	/** Keeps what is typed for the hub, by the name that the person is asked for. */
	void save() {
		HubConnection connection = connection();
		QueryPane shown = page;
		if (connection != null && shown != null && !shown.text().text().isBlank()) {
			SavedQuery before = savedId.isEmpty() ? null : IotHubCore.get().queries().find(connection, savedId);
			SavedQuery kept = QueryNames.save(getSite().getShell(), connection, before == null ? "" : before.name(), shown.text().text());
			if (kept != null) {
				savedId = kept.id();
				stateChanged();
			}
		}
	}

	/** Shows what the devices of the rows send. */
	void monitor() {
		QueryPane shown = page;
		HubConnection connection = shown == null ? null : shown.hubOfRows();
		if (shown != null && connection != null) {
			String text = shown.table().result().query();
			SavedQuery kept = savedId.isEmpty() ? null : IotHubCore.get().queries().find(connection, savedId);
			String name = kept != null && kept.text().equals(text) ? kept.name() : "";
			try {
				MonitorViews.open(getSite().getPage(), connection, new MonitoredDevices.OfQuery(name, text));
			} catch (PartInitException e) {
				StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
			}
		}
	}

	/** Runs what is typed. */
	public void run() {
		withPage(QueryPane::run);
	}

	private void tableMade(Table table) {
		table.setMenu(rowsMenu.createContextMenu(table));
		table.addListener(SWT.DefaultSelection, event -> Commands.run(getSite(), UiIds.OPEN_DEVICE));
		getSite().getService(IFocusService.class).addFocusTracker(table, UiIds.QUERY_ROWS);
	}

	private void selected() {
		ResultSelection provider = selection;
		if (provider != null) {
			provider.changed();
		}
		QueryActions shown = actions;
		if (shown != null) {
			shown.update();
		}
	}

	private void stateChanged() {
		QueryActions shown = actions;
		QueryPane contents = page;
		if (shown == null || contents == null) {
			return;
		}
		shown.update();
		HubConnection connection = contents.connection();
		SavedQuery query = connection == null || savedId.isEmpty() ? null : IotHubCore.get().queries().find(connection, savedId);
		String name = connection == null ? Messages.View_name
				: query == null ? NLS.bind(Messages.View_name_hub, connection.name()) : NLS.bind(Messages.View_name_query, query.name(), connection.name());
		if (!name.equals(getPartName())) {
			setPartName(name);
		}
	}

	@Override
	public void saveState(@Nullable IMemento state) {
		QueryPane shown = page;
		if (state == null || shown == null) {
			return;
		}
		HubConnection connection = shown.connection();
		if (connection != null) {
			state.putString(HUB, connection.id());
		}
		state.putString(SAVED, savedId);
		SashWeights.save(state, WEIGHT, shown.sash());
		state.putTextData(KeptText.of(shown.text().text()));
	}

	@Override
	public void setFocus() {
		withPage(QueryPane::setFocus);
	}

	@Override
	public void dispose() {
		withPage(QueryPane::close);
		super.dispose();
	}

	private void withPage(Consumer<QueryPane> action) {
		QueryPane shown = page;
		if (shown != null) {
			action.accept(shown);
		}
	}
}
