// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.eclipse.ui.statushandlers.StatusManager;

import iothubtools.client.query.language.QueryProblem;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.queries.QueryResult;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.HubCombo;
import iothubtools.ui.internal.remedies.NoticeBar;
import iothubtools.ui.internal.tasks.StatusLine;

/** The contents of the view: the hub, the query, what is wrong with it, its rows and what they cost. */
final class QueryPane {

	/** As many rows as a person looks through, so that a million come only when somebody asks for them. */
	static final int ROWS = 1000;
	/** As many rows as a table is of use for; an export takes more. */
	static final int MANY_ROWS = 100_000;

	private final IotHubCore core;
	private final SashForm sash;
	private final HubCombo hub;
	private final QueryText text;
	private final QueryNotice notice;
	private final ResultTable table;
	private final QueryStatus status;
	private final QueryRun run;
	private final IWorkbenchSiteProgressService site;
	private final Runnable stateChanged;
	/** What is known of the rows that are shown; null while there are none. */
	private QueryRun.@Nullable Progress last;

	/**
	 * @param made         is given each new table of results
	 * @param selected     hears when other rows are selected
	 * @param stateChanged hears when a query begins, comes on or ends, and when there is another hub or text
	 * @param command      runs the command of that id
	 */
	QueryPane(Composite parent, IotHubCore core, IWorkbenchSiteProgressService site, Consumer<Table> made, Runnable selected,
			Runnable stateChanged, Consumer<String> command) {
		this.core = core;
		this.site = site;
		this.stateChanged = stateChanged;
		sash = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
		Composite top = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(top);
		hub = new HubCombo(top, WidgetIds.QUERY_HUB, core.connections()::all, stateChanged, () -> command.accept(UiIds.CONNECT_HUB));
		text = new QueryText(top, this::seenPaths, this::edited, this::checked);
		GridDataFactory.fillDefaults().grab(true, true).hint(200, 3 * text.widget().getLineHeight())
				.minSize(SWT.DEFAULT, 2 * text.widget().getLineHeight()).applyTo(text.widget());
		notice = new QueryNotice(new NoticeBar(top, WidgetIds.QUERY_NOTICE, Messages.Notice_accessible), text);
		Composite bottom = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(bottom);
		Composite rows = new Composite(bottom, SWT.NONE);
		rows.setLayout(new FillLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
		table = new ResultTable(rows, made, selected);
		status = new QueryStatus(bottom, () -> goOn(ROWS), () -> goOn(MANY_ROWS));
		sash.setWeights(2, 3);
		// a low view has no room for one above the other
		sash.addListener(SWT.Resize, event -> orient());
		run = new QueryRun(core.operations(), core.exchanges(), site, parent.getDisplay(), this::progressed);
		table.show(table.result());
	}

	QueryText text() {
		return text;
	}

	QueryNotice notice() {
		return notice;
	}

	HubCombo hub() {
		return hub;
	}

	ResultTable table() {
		return table;
	}

	SashForm sash() {
		return sash;
	}

	boolean isRunning() {
		return run.isRunning();
	}

	private List<String> seenPaths() {
		HubConnection connection = hub.chosen();
		return connection == null ? List.of() : core.seenPaths().of(connection);
	}

	private void orient() {
		Point size = sash.getSize();
		int orientation = size.x > size.y * 2 ? SWT.HORIZONTAL : SWT.VERTICAL;
		if (sash.getOrientation() != orientation) {
			sash.setOrientation(orientation);
		}
	}

	/** Runs what is typed. An error that was found is no reason not to: the service may know more. */
	void run() {
		HubConnection connection = hub.chosen();
		String query = text.text();
		if (connection == null) {
			notice.say(ISharedImages.IMG_OBJS_INFO_TSK, Messages.Run_noHub, "", hub::setFocus);
			hub.setFocus();
		} else if (query.isBlank()) {
			notice.say(ISharedImages.IMG_OBJS_INFO_TSK, Messages.Run_noQuery);
			setFocus();
		} else {
			core.queries().ran(connection, query);
			notice.running();
			text.check();
			run.start(connection, new QueryResult(query), ROWS);
		}
	}

	void stop() {
		run.stop();
	}

	/** More of the same rows, from the hub they came from, whichever is chosen by now. */
	private void goOn(int most) {
		HubConnection connection = hubOfRows();
		QueryResult result = table.result();
		if (connection != null && result.continuation() != null && !run.isRunning()) {
			run.start(connection, result, most);
		}
	}

	private void progressed(QueryRun.Progress progress) {
		if (sash.isDisposed()) {
			return;
		}
		QueryResult result = progress.result();
		// the rows before stay until there are others
		if (result.calls() > 0 && (result.rows() > 0 || !progress.running())) {
			table.show(result);
			core.seenPaths().add(progress.connection(), result.paths());
		}
		if (progress.running() || table.result() == result) {
			status.show(progress);
		}
		if (table.result() == result) {
			last = progress;
		}
		if (!progress.running()) {
			QueryRun.Progress before = last;
			if (before == null) {
				status.nothing();
			} else if (before.result() != result) {
				// the rows are those before, and so is what is said of them
				status.show(before);
			}
			ended(progress);
		}
		stateChanged.run();
	}

	private void ended(QueryRun.Progress progress) {
		IStatus outcome = progress.outcome();
		if (outcome.isOK() || outcome.matches(IStatus.CANCEL)) {
			notice.sayProblems();
		} else {
			notice.failed(progress, sash, progress.result().calls() == 0 ? this::run : () -> goOn(ROWS));
		}
	}

	private void edited() {
		stateChanged.run();
	}

	private void checked(List<QueryProblem> found) {
		notice.found(found, run.isRunning());
	}

	/** Writes all rows of the query whose rows are shown, else of the one that is typed, to a file. */
	void export() {
		HubConnection rows = hubOfRows();
		HubConnection connection = rows == null ? hub.chosen() : rows;
		String query = rows == null ? text.text() : table.result().query();
		if (connection != null && !query.isBlank()) {
			ResultExport.start(sash.getShell(), site, connection, query, this::exported);
		}
	}

	/** The view may be closed by then. */
	private void exported(IStatus outcome) {
		if (!sash.isDisposed()) {
			notice.say(outcome.isOK() ? ISharedImages.IMG_OBJS_INFO_TSK : ISharedImages.IMG_OBJS_ERROR_TSK, outcome.getMessage());
		} else if (outcome.isOK()) {
			StatusLine.say(outcome.getMessage());
		} else {
			StatusManager.getManager().handle(outcome, StatusManager.SHOW);
		}
	}

	/** Whether there is something to export. */
	boolean hasRows() {
		return table.result().calls() > 0;
	}

	/** Whether the rows name devices. */
	boolean hasDevices() {
		return hubOfRows() != null && table.result().rows() > 0 && table.result().paths().contains("deviceId");
	}

	/** The hub that is asked next. */
	@Nullable
	HubConnection connection() {
		return hub.chosen();
	}

	/** The hub that the rows came from, which is not asked next when another one was chosen since; null while there are none. */
	@Nullable
	HubConnection hubOfRows() {
		QueryRun.Progress shown = last;
		return shown == null || shown.result() != table.result() ? null : shown.connection();
	}

	void setFocus() {
		text.widget().setFocus();
	}

	void close() {
		run.close();
		table.close();
	}
}
