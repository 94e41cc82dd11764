// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.eclipse.ui.statushandlers.StatusManager;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.localhub.LocalHubState;
import iothubtools.core.telemetry.MessageBuffer;
import iothubtools.core.telemetry.MessageExport;
import iothubtools.core.telemetry.MonitorSession;
import iothubtools.core.telemetry.MonitorSettings;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.core.telemetry.ReceivedMessage;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.forms.Confirmation;
import iothubtools.ui.internal.tasks.StatusLine;

/** The contents of the view: what is to be read, the messages with their details, what is wrong, and how much there is. */
final class MonitorPage {

	/** In pixels. */
	private static final int LOW = 300;

	private final IotHubCore core = IotHubCore.get();
	private final Composite root;
	private final MonitorForm form;
	private final MessageFilterField filter;
	private final MonitorNotice notice;
	private final Composite stack;
	private final MonitorPlaceholder placeholder;
	/** The rows with their details above, the chart below where it is to be seen. */
	private final SashForm withChart;
	private final SashForm sash;
	private final ChartPane chart;
	private final MessageTable table;
	private final MessageDetails details;
	private final MonitorStatus status;
	private final MonitorSession session;
	private final MonitorFeed feed;
	private final SentMessages sent = new SentMessages();
	private final IWorkbenchSiteProgressService site;
	private final Consumer<String> command;
	private final Runnable selected;
	private final Runnable stateChanged;
	private MessageBuffer.Contents contents;
	/** The hub that the messages came from; null before the first start. */
	private @Nullable HubConnection connection;
	private @Nullable MonitorSettings settings;
	private boolean complete;
	private boolean paused;
	private long pausedAt;
	private boolean scrollLock;
	/** Whether to begin as soon as the local hub runs: somebody wanted to while it did not. */
	private boolean waitsForLocalHub;
	/** What was shown last. */
	private MonitorState shown = new MonitorState.Stopped();
	private long lastNumber;
	private long lastTime = System.nanoTime();
	private long rate;

	/**
	 * @param made         is given each new table of messages
	 * @param selected     hears when other messages are selected
	 * @param stateChanged hears when what can be done is something else
	 * @param command      runs the command of that id
	 */
	MonitorPage(Composite parent, IWorkbenchSiteProgressService site, Consumer<Table> made, Runnable selected, Runnable stateChanged,
			Consumer<String> command) {
		this.site = site;
		this.command = command;
		this.selected = selected;
		this.stateChanged = stateChanged;
		MessageBuffer buffer = new MessageBuffer();
		contents = buffer.contents();
		lastNumber = contents.next();
		root = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
		form = new MonitorForm(root, this::edited, this::start, () -> command.accept(UiIds.CONNECT_HUB));
		Display display = root.getDisplay();
		feed = new MonitorFeed(buffer, display, this::show);
		session = new MonitorSession(core.operations(), buffer, feed::changed);
		filter = new MessageFilterField(root, feed::filter, this::focusRows);
		notice = new MonitorNotice(root, new MonitorNotice.Steps(this::restart, this::startLocalHub, form::goToGroup, this::allow));
		stack = new Composite(root, SWT.NONE);
		StackLayout layout = new StackLayout();
		stack.setLayout(layout);
		GridDataFactory.fillDefaults().grab(true, true).hint(200, 100).applyTo(stack);
		placeholder = new MonitorPlaceholder(stack);
		withChart = new SashForm(stack, SWT.VERTICAL | SWT.SMOOTH);
		sash = new SashForm(withChart, SWT.HORIZONTAL | SWT.SMOOTH);
		Composite rows = new Composite(sash, SWT.NONE);
		rows.setLayout(new FillLayout());
		table = new MessageTable(rows, made, this::rowsSelected, () -> session.seenFields().all());
		details = new MessageDetails(sash);
		sash.setWeights(3, 2);
		chart = new ChartPane(withChart, () -> session.seenFields().numbers(), feed::numbers, this::tell);
		withChart.setWeights(1, 1);
		chart.control().setVisible(false);
		// a narrow view has no room for one beside the other
		sash.addListener(SWT.Resize, event -> orient());
		layout.topControl = placeholder.control();
		status = new MonitorStatus(root);
		complete = true;
		update();
	}

	private void orient() {
		// nor has a low one for one above the other
		int chartAt = stack.getSize().y < LOW ? SWT.HORIZONTAL : SWT.VERTICAL;
		if (withChart.getOrientation() != chartAt) {
			withChart.setOrientation(chartAt);
		}
		int orientation = sash.getSize().x < sash.getSize().y * 5 / 4 ? SWT.VERTICAL : SWT.HORIZONTAL;
		if (sash.getOrientation() != orientation) {
			sash.setOrientation(orientation);
		}
		int detailsAt = orientation == SWT.VERTICAL || sash.getSize().y < LOW ? SWT.HORIZONTAL : SWT.VERTICAL;
		if (details.control().getOrientation() != detailsAt) {
			details.control().setOrientation(detailsAt);
		}
	}

	MonitorForm form() {
		return form;
	}

	MessageFilterField filter() {
		return filter;
	}

	MonitorNotice notice() {
		return notice;
	}

	MessageTable table() {
		return table;
	}

	MessageDetails details() {
		return details;
	}

	SashForm sash() {
		return sash;
	}

	Composite control() {
		return root;
	}

	MonitorSession session() {
		return session;
	}

	/** The hub that is read, or would be next; null for none. */
	@Nullable
	HubConnection connection() {
		return form.hub().chosen();
	}

	/** The hub that the messages came from; null for none. */
	@Nullable
	HubConnection hubOfMessages() {
		return connection;
	}

	/** Reads what is in the form from now on. */
	void start() {
		HubConnection chosen = form.hub().chosen();
		MonitorSettings wanted = form.settings();
		if (chosen == null) {
			tell(Messages.Start_noHub);
			form.hub().setFocus();
		} else if (wanted == null) {
			tell(Messages.Form_time_wrong);
			form.goToTime();
		} else {
			start(chosen, wanted);
		}
	}

	private void start(HubConnection chosen, MonitorSettings wanted) {
		notice.tell("");
		boolean more = isOfMessages(chosen) && wanted.start() instanceof StartPosition.Latest;
		if (!more) {
			// what is kept at the hub comes once more, and what another hub sent is no part of it
			clear();
		}
		connection = chosen;
		settings = wanted;
		sent.forget();
		waitsForLocalHub = LocalHubService.isLocal(chosen) && core.localHub().state() != LocalHubState.RUNNING;
		pause(false);
		session.start(chosen, wanted);
		update();
	}

	private boolean isOfMessages(HubConnection chosen) {
		HubConnection read = connection;
		return read != null && read.id().equals(chosen.id());
	}

	void stop() {
		waitsForLocalHub = false;
		sent.forget();
		session.stop();
		update();
	}

	/** Whether starting would change anything. */
	boolean canStart() {
		HubConnection chosen = form.hub().chosen();
		return chosen != null && (!session.state().isRunning() || !isOfMessages(chosen) || !String.valueOf(form.settings()).equals(String.valueOf(settings)));
	}

	void pause(boolean pause) {
		if (paused != pause) {
			paused = pause;
			pausedAt = contents.next();
			feed.changed();
			update();
		}
	}

	boolean isPaused() {
		return paused;
	}

	void scrollLock(boolean lock) {
		if (scrollLock != lock) {
			scrollLock = lock;
			feed.changed();
			stateChanged.run();
		}
	}

	boolean isScrollLocked() {
		return scrollLock;
	}

	/** Shows the chart below the rows, or takes it away. */
	void chart(boolean shown) {
		if (isChartShown() != shown) {
			chart.control().setVisible(shown);
			withChart.layout();
			if (shown) {
				chart.begin(session.seenFields().numbers());
			}
			feed.numbers(shown ? chart.paths() : List.of());
			stateChanged.run();
		}
	}

	boolean isChartShown() {
		return chart.control().getVisible();
	}

	ChartPane chart() {
		return chart;
	}

	void clear() {
		session.buffer().clear();
		contents = session.buffer().contents();
		lastNumber = contents.next();
		pausedAt = contents.next();
		table.show(List.of(), false);
		details.show(null);
		feed.cleared();
		update();
	}

	private void show(MonitorFeed.Update update) {
		if (root.isDisposed()) {
			return;
		}
		contents = update.contents();
		measure();
		if (!paused) {
			table.show(update.messages(), !scrollLock);
			chart.show(update.numbers());
		}
		sent.came(update.messages());
		update();
	}

	private void measure() {
		long now = System.nanoTime();
		if (now - lastTime > Duration.ofMillis(900).toNanos()) {
			rate = Math.max(0, contents.next() - lastNumber) * Duration.ofSeconds(1).toNanos() / (now - lastTime);
			lastNumber = contents.next();
			lastTime = now;
			if (rate > 0) {
				// nobody says that nothing more comes
				root.getDisplay().timerExec((int) Duration.ofSeconds(1).toMillis(), () -> feed.changed());
			}
		}
	}

	/** Shows what there is besides the rows. */
	private void update() {
		MonitorState state = session.state();
		status.show(new MonitorStatus.Facts(state, contents.next(), contents.count(), table.messages().size(), contents.fellOut(), rate, paused,
				Math.max(0, contents.next() - pausedAt)));
		if (state != shown) {
			shown = state;
			became(state);
		}
		notice.show(new MonitorNotice.Facts(state, session.endedPartitions(), state instanceof MonitorState.Reading ? sent.missing() : null,
				isLocalStopped()));
		boolean empty = contents.count() == 0 || table.messages().isEmpty() && !paused;
		if (empty) {
			placeholder(state);
		}
		Control top = empty ? placeholder.control() : withChart;
		if (stack.getLayout() instanceof StackLayout layout && layout.topControl != top) {
			layout.topControl = top;
			stack.layout();
		}
		stateChanged.run();
	}

	private void became(MonitorState state) {
		HubConnection read = connection;
		MonitorSettings used = settings;
		if (state instanceof MonitorState.Reading && read != null && used != null) {
			waitsForLocalHub = false;
			ConsumerGroups.used(read, used.consumerGroup());
		}
	}

	private void placeholder(MonitorState state) {
		HubConnection chosen = form.hub().chosen();
		if (contents.count() > 0) {
			placeholder.show(NLS.bind(Messages.Empty_filtered, MonitorStatus.number(contents.count())), Messages.Empty_clearFilter, () -> filter.setText(""));
		} else if (chosen == null) {
			boolean none = core.connections().all().isEmpty();
			placeholder.show(none ? Messages.Empty_noConnection : Messages.Start_noHub, none ? Messages.Empty_startLocal : "",
					() -> command.accept(UiIds.START_LOCAL_HUB));
		} else if (state instanceof MonitorState.Reading) {
			placeholder.show(NLS.bind(Messages.Empty_waiting, chosen.name()), Messages.Empty_send, () -> command.accept(UiIds.SEND_MESSAGE));
		} else if (state.isRunning()) {
			placeholder.show(NLS.bind(Messages.Empty_connecting, chosen.name()), "", this::start);
		} else if (form.warnsOfGroup()) {
			placeholder.show(NLS.bind(Messages.Empty_group, chosen.name()), Messages.Empty_start, this::start);
		} else {
			placeholder.show(NLS.bind(Messages.Empty_stopped, chosen.name()), Messages.Empty_start, this::start);
		}
	}

	private boolean isLocalStopped() {
		HubConnection read = connection;
		return read != null && LocalHubService.isLocal(read) && core.localHub().state() == LocalHubState.STOPPED;
	}

	private void startLocalHub() {
		// what is on its way goes on by itself, behind what came last
		waitsForLocalHub |= !session.state().isRunning();
		command.accept(UiIds.START_LOCAL_HUB);
	}

	/** The same once more. */
	private void restart() {
		HubConnection read = connection;
		MonitorSettings wanted = settings;
		if (read != null && wanted != null) {
			start(asItIsNow(read), wanted);
		}
	}

	/** It may have been edited since, to mend what was wrong. */
	private HubConnection asItIsNow(HubConnection read) {
		HubConnection now = core.connections().find(read.id());
		return now == null ? read : now;
	}

	private void allow(String host) {
		HubConnection read = connection;
		MonitorSettings wanted = settings;
		if (read != null && wanted != null
				&& Confirmation.given(root.getShell(), Messages.Allow_title, NLS.bind(Messages.Allow_question, read.name(), host), Messages.Allow_button)) {
			start(asItIsNow(read), wanted.allowing(host));
		}
	}

	private void tell(String message) {
		notice.tell(message);
		update();
	}

	private void edited() {
		// while the fields are made there is nothing to update
		if (complete) {
			notice.tell("");
			update();
		}
	}

	/** A device-to-cloud message was sent from here. */
	void messageSent(HubConnection to, String deviceId) {
		HubConnection read = connection;
		MonitorSettings wanted = settings;
		if (read != null && wanted != null && to.id().equals(read.id()) && session.state() instanceof MonitorState.Reading && wanted.includes(deviceId)) {
			sent.sent(deviceId);
			root.getDisplay().timerExec((int) SentMessages.USUAL.toMillis() + 500, () -> {
				if (!root.isDisposed()) {
					update();
				}
			});
		}
	}

	/** The hub connections are others, or the local hub is in another state. */
	void hubsChanged() {
		form.hub().update();
		HubConnection local = core.connections().find(LocalHubService.CONNECTION_ID);
		boolean runs = core.localHub().state() == LocalHubState.RUNNING;
		if (form.hub().chosen() == null && local != null && runs && core.connections().all().size() == 1) {
			// the first hub that there is
			form.hub().choose(local);
			start();
		} else if (waitsForLocalHub && local != null && runs) {
			start();
		} else {
			update();
		}
	}

	private void rowsSelected() {
		List<ReceivedMessage> chosen = table.selected();
		details.show(chosen.size() == 1 ? chosen.get(0) : null);
		if (!scrollLock && !table.atEnd()) {
			// who reads a message does not want it to go away
			scrollLock(true);
		}
		selected.run();
	}

	/** Writes the selected messages, or all that are shown where one at most is selected, to a file. */
	void export() {
		List<ReceivedMessage> chosen = table.selected();
		MessageExports.start(root.getShell(), site, chosen.size() > 1 ? chosen : table.messages(), table.fields(), this::exported);
	}

	/** The view may be closed by then. */
	private void exported(IStatus outcome) {
		if (!root.isDisposed() && outcome.isOK()) {
			tell(outcome.getMessage());
		} else if (outcome.isOK()) {
			StatusLine.say(outcome.getMessage());
		} else {
			StatusManager.getManager().handle(outcome, StatusManager.SHOW);
		}
	}

	/** The selected messages as text. */
	String selectedAs(ExportFormat format) {
		List<ReceivedMessage> chosen = table.selected();
		return chosen.isEmpty() ? "" : new MessageExport(chosen, table.fields(), format).text();
	}

	private void focusRows() {
		if (!table.messages().isEmpty()) {
			table.widget().setFocus();
		}
	}

	void setFocus() {
		if (table.messages().isEmpty()) {
			form.setFocus();
		} else {
			table.widget().setFocus();
		}
	}

	void close() {
		feed.close();
		session.close();
		details.close();
	}
}
