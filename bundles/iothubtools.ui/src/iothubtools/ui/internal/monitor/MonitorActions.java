// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.ViewActions;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.clipboard.FocusedText;
import iothubtools.ui.internal.images.HubImages;

/** What can be done in a monitor: tool bar, menu and keys. They are its own, so that each can be used as long as its view can. */
final class MonitorActions {

	private final MonitorPage page;
	private final IAction start;
	private final IAction stop;
	private final IAction pause;
	private final IAction clear;
	private final IAction scrollLock;
	private final IAction chart;
	private final IAction goToTime;
	private final IAction export;
	private final IAction forget;
	private final IAction copyJson;
	private final IAction copyCsv;

	MonitorActions(MonitorView view, MonitorPage page) {
		this.page = page;
		IActionBars bars = view.getViewSite().getActionBars();
		ViewActions actions = new ViewActions(bars);
		ISharedImages shared = PlatformUI.getWorkbench().getSharedImages();
		start = actions.add(Messages.Action_start, Messages.Action_start_toolTip, HubImages.START.descriptor(), UiIds.START_MONITOR,
				page.starts()::start);
		stop = actions.add(Messages.Action_stop, Messages.Action_stop_toolTip, HubImages.STOP.descriptor(), UiIds.STOP_MONITOR,
				page.starts()::stop);
		pause = actions.add(Messages.Action_pause, Messages.Action_pause_toolTip, HubImages.PAUSE.descriptor(), IAction.AS_CHECK_BOX, UiIds.PAUSE_MONITOR,
				() -> page.pause(!page.isPaused()));
		clear = actions.add(Messages.Action_clear, Messages.Action_clear_toolTip, shared.getImageDescriptor(ISharedImages.IMG_ETOOL_CLEAR),
				UiIds.CLEAR_MONITOR, page::clear);
		scrollLock = actions.add(Messages.Action_scrollLock, Messages.Action_scrollLock_toolTip, HubImages.SCROLL_LOCK.descriptor(), IAction.AS_CHECK_BOX,
				UiIds.SCROLL_LOCK, () -> page.scrollLock(!page.isScrollLocked()));
		chart = actions.add(Messages.Action_chart, Messages.Action_chart_toolTip, HubImages.CHART.descriptor(), IAction.AS_CHECK_BOX, UiIds.SHOW_CHART,
				() -> page.chart(!page.panes().isChartShown()));
		goToTime = actions.add(Messages.Action_goToTime, Messages.Action_goToTime_toolTip, null, UiIds.GO_TO_TIME, page::goToTime);
		export = actions.add(Messages.Action_export, Messages.Action_export_toolTip, HubImages.EXPORT_DEVICES.descriptor(),
				UiIds.EXPORT_MESSAGES, page.taking()::export);
		copyJson = actions.add(Messages.Action_copyJson, Messages.Action_copyJson_toolTip, null, UiIds.COPY_JSON,
				() -> Clipboards.copy(page.taking().selectedAs(ExportFormat.JSON_LINES)));
		copyCsv = actions.add(Messages.Action_copyCsv, Messages.Action_copyCsv_toolTip, null, UiIds.COPY_CSV,
				() -> Clipboards.copy(page.taking().selectedAs(ExportFormat.CSV)));
		IAction columns = actions.add(Messages.Action_columns, Messages.Action_columns_toolTip, null, UiIds.CHOOSE_COLUMNS,
				page.panes().table()::chooseColumns);
		IAction endpoint = actions.add(Messages.Action_endpoint, Messages.Action_endpoint_toolTip, null, UiIds.EVENT_HUB_ENDPOINT,
				page.endpoints()::ask);
		forget = actions.add(Messages.Action_forget, Messages.Action_forget_toolTip, null, UiIds.FORGET_ENDPOINT,
				() -> page.endpoints().forget(page.connection()));
		actions.keys(IWorkbenchCommandConstants.EDIT_COPY, this::copy);
		actions.keys(IWorkbenchCommandConstants.EDIT_SELECT_ALL, this::selectAll);
		actions.keys(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, page.filter()::setFocus);
		IToolBarManager tools = bars.getToolBarManager();
		tools.add(start);
		tools.add(stop);
		tools.add(pause);
		tools.add(new Separator("show"));
		tools.add(chart);
		tools.add(scrollLock);
		tools.add(clear);
		tools.add(export);
		tools.add(new Separator("additions"));
		IMenuManager menu = bars.getMenuManager();
		menu.add(start);
		menu.add(stop);
		menu.add(pause);
		menu.add(new Separator("show"));
		menu.add(chart);
		menu.add(scrollLock);
		menu.add(goToTime);
		menu.add(clear);
		menu.add(export);
		menu.add(columns);
		menu.add(new Separator("endpoint"));
		menu.add(endpoint);
		menu.add(forget);
		menu.add(new Separator("additions"));
		bars.updateActionBars();
	}

	/** In a text what is selected there, else rows as lines of tab-separated columns. */
	private void copy() {
		Control focus = page.control().getDisplay().getFocusControl();
		if (FocusedText.copy(focus)) {
			return;
		}
		if (focus instanceof Combo combo) {
			combo.copy();
		} else if (focus == page.panes().details().properties()) {
			Clipboards.copy(page.panes().details().selectedAsText());
		} else {
			Clipboards.copy(page.panes().table().selectedAsText());
		}
	}

	private void selectAll() {
		Control focus = page.control().getDisplay().getFocusControl();
		if (FocusedText.selectAll(focus)) {
			return;
		}
		if (focus == page.panes().details().properties()) {
			page.panes().details().properties().selectAll();
		} else {
			page.panes().table().selectAll();
		}
	}

	/** The state of the view is another one. */
	void update() {
		start.setEnabled(page.starts().canStart());
		stop.setEnabled(page.run().isRunning());
		pause.setEnabled(page.run().isRunning() || page.isPaused());
		pause.setChecked(page.isPaused());
		scrollLock.setChecked(page.isScrollLocked());
		chart.setChecked(page.panes().isChartShown());
		boolean any = !page.panes().table().messages().isEmpty();
		clear.setEnabled(any || page.run().session().buffer().contents().count() > 0);
		goToTime.setEnabled(any);
		export.setEnabled(any);
		HubConnection source = page.connection();
		forget.setEnabled(source != null && source.isEventHub());
		boolean chosen = !page.panes().table().selected().isEmpty();
		copyJson.setEnabled(chosen);
		copyCsv.setEnabled(chosen);
	}
}
