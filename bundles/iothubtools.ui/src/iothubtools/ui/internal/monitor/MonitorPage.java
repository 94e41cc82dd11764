// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.telemetry.MessageBuffer;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.core.telemetry.NumberedMessage;
import iothubtools.ui.internal.UiIds;

/** The contents of the view: what is to be read, the messages with their details, what is wrong, and how much there is. */
final class MonitorPage {

	private final IotHubCore core = IotHubCore.get();
	private final Composite root;
	private final MonitorEndpoints endpoints;
	private final MonitorForm form;
	private final MessageFilterField filter;
	private final MonitorNotice notice;
	private final MonitorPanes panes;
	private final MonitorStatus status;
	private final MessageTaking taking;
	private final MonitorRun run;
	private final MonitorStarts starts;
	private final MonitorFeed feed;
	private final MessageRate rate;
	private final Runnable selected;
	private final Runnable stateChanged;
	private MessageBuffer.Contents contents;
	private boolean complete;
	private boolean paused;
	private long pausedAt;
	private boolean scrollLock;

	/**
	 * @param made         is given each new table of messages
	 * @param selected     hears when other messages are selected
	 * @param stateChanged hears when what can be done is something else
	 * @param command      runs the command of that id
	 */
	MonitorPage(Composite parent, IWorkbenchSiteProgressService site, Consumer<Table> made, Runnable selected, Runnable stateChanged,
			Consumer<String> command) {
		this.selected = selected;
		this.stateChanged = stateChanged;
		MessageBuffer buffer = new MessageBuffer();
		contents = buffer.contents();
		rate = new MessageRate(contents.next());
		root = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
		endpoints = new MonitorEndpoints(root, other -> starts().read(other), forgotten -> starts().leave(forgotten));
		form = new MonitorForm(root, this::edited, this::start, () -> starts().findAgain(), () -> command.accept(UiIds.CONNECT_HUB), endpoints::ask);
		feed = new MonitorFeed(buffer, root.getDisplay(), this::show);
		run = new MonitorRun(buffer, feed::changed);
		Composite filterLine = new Composite(root, SWT.NONE);
		GridLayoutFactory.fillDefaults().extendedMargins(0, LayoutConstants.getSpacing().x, 0, 0).applyTo(filterLine);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filterLine);
		filter = new MessageFilterField(filterLine, feed::filter, this::focusRows);
		PartChoice parts = new PartChoice(filterLine);
		notice = new MonitorNotice(root, new MonitorNotice.Steps(() -> starts().restart(), () -> starts().startLocalHub(), form::goToGroup,
				() -> starts().findAgain(), () -> endpoints.askAnew(run.again()), host -> starts().allow(host)));
		starts = new MonitorStarts(root, run, form, notice,
				new MonitorStarts.Page(this::tell, this::clear, () -> pause(false), this::update, command));
		panes = new MonitorPanes(root, parts,
				new MonitorPlaceholder.Steps(this::start, () -> command.accept(UiIds.START_LOCAL_HUB), endpoints::ask,
						() -> command.accept(UiIds.SEND_MESSAGE), () -> filter.setText("")),
				run.session().seenFields(), made, this::rowsSelected, feed::numbers, this::tell);
		status = new MonitorStatus(root);
		taking = new MessageTaking(root, site, panes.table(), this::tell);
		complete = true;
		update();
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

	MonitorPanes panes() {
		return panes;
	}

	MessageTaking taking() {
		return taking;
	}

	Composite control() {
		return root;
	}

	MonitorRun run() {
		return run;
	}

	/** The hub that is read, or would be next; null for none. */
	@Nullable
	HubConnection connection() {
		return form.hub().chosen();
	}

	/** What begins to read, and ends it. */
	MonitorStarts starts() {
		return starts;
	}

	private void start() {
		starts.start();
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
		if (panes.isChartShown() != shown) {
			panes.chart(shown);
			stateChanged.run();
		}
	}

	void clear() {
		run.session().buffer().clear();
		contents = run.session().buffer().contents();
		rate.cleared(contents.next());
		pausedAt = contents.next();
		panes.clear();
		feed.cleared();
		update();
	}

	private void show(MonitorFeed.Update update) {
		if (root.isDisposed()) {
			return;
		}
		contents = update.contents();
		if (rate.measure(contents.next())) {
			root.getDisplay().timerExec((int) Duration.ofSeconds(1).toMillis(), feed::changed);
		}
		if (!paused) {
			panes.table().show(update.messages(), !scrollLock);
			panes.chart().show(update.numbers());
		}
		run.came();
		update();
	}

	/** Shows what there is besides the rows. */
	private void update() {
		MonitorState state = run.look();
		int rows = panes.table().messages().size();
		status.show(new MonitorStatus.Facts(state, contents.next(), contents.count(), rows, contents.fellOut(), rate.perSecond(), paused,
				Math.max(0, contents.next() - pausedAt)));
		notice.show(new MonitorNotice.Facts(state, run.session().endedPartitions(), run.missing(), run.isLocalStopped(), run.session().found(),
				run.session().notFound()));
		form.devices().found(run.isOf(form.devices().get()) ? run.session().found() : null);
		boolean empty = contents.count() == 0 || rows == 0 && !paused;
		if (empty) {
			panes.placeholder().show(new MonitorPlaceholder.Facts(state, contents.count(), run.again(), form.hub().chosen(),
					!core.connections().all().isEmpty(), form.warnsOfGroup()));
		}
		panes.rows(!empty);
		stateChanged.run();
	}

	MonitorEndpoints endpoints() {
		return endpoints;
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
	void messageSent(HubEvent.MessageSent event) {
		if (run.messageSent(event)) {
			root.getDisplay().timerExec((int) AwaitedMessages.USUAL.toMillis() + 500, () -> {
				if (!root.isDisposed()) {
					update();
				}
			});
		}
	}

	private void rowsSelected() {
		List<NumberedMessage> chosen = panes.table().selected();
		panes.details().show(chosen.size() == 1 ? chosen.get(0) : null);
		if (!scrollLock && !panes.table().atEnd()) {
			// who reads a message does not want it to go away
			scrollLock(true);
		}
		selected.run();
	}

	/** Asks for a time and selects the message that came then. */
	void goToTime() {
		TimeJump.ask(root.getShell(), panes.table(), this::tell);
	}

	private void focusRows() {
		if (!panes.table().messages().isEmpty()) {
			panes.goToRows();
		}
	}

	void setFocus() {
		if (panes.table().messages().isEmpty()) {
			form.setFocus();
		} else {
			panes.setFocus();
		}
	}

	void close() {
		feed.close();
		run.close();
	}
}
