// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.clipboard.Clipboards;
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
		ISharedImages shared = PlatformUI.getWorkbench().getSharedImages();
		start = action(Messages.Action_start, Messages.Action_start_toolTip, HubImages.START.descriptor(), IAction.AS_PUSH_BUTTON, UiIds.START_MONITOR, bars,
				page::start);
		stop = action(Messages.Action_stop, Messages.Action_stop_toolTip, HubImages.STOP.descriptor(), IAction.AS_PUSH_BUTTON, UiIds.STOP_MONITOR, bars,
				page::stop);
		pause = action(Messages.Action_pause, Messages.Action_pause_toolTip, HubImages.PAUSE.descriptor(), IAction.AS_CHECK_BOX, UiIds.PAUSE_MONITOR, bars,
				() -> page.pause(!page.isPaused()));
		clear = action(Messages.Action_clear, Messages.Action_clear_toolTip, shared.getImageDescriptor(ISharedImages.IMG_ETOOL_CLEAR),
				IAction.AS_PUSH_BUTTON, UiIds.CLEAR_MONITOR, bars, page::clear);
		scrollLock = action(Messages.Action_scrollLock, Messages.Action_scrollLock_toolTip, HubImages.SCROLL_LOCK.descriptor(), IAction.AS_CHECK_BOX,
				UiIds.SCROLL_LOCK, bars, () -> page.scrollLock(!page.isScrollLocked()));
		chart = action(Messages.Action_chart, Messages.Action_chart_toolTip, HubImages.CHART.descriptor(), IAction.AS_CHECK_BOX, UiIds.SHOW_CHART, bars,
				() -> page.chart(!page.panes().isChartShown()));
		goToTime = action(Messages.Action_goToTime, Messages.Action_goToTime_toolTip, null, IAction.AS_PUSH_BUTTON, UiIds.GO_TO_TIME, bars, page::goToTime);
		export = action(Messages.Action_export, Messages.Action_export_toolTip, HubImages.EXPORT_DEVICES.descriptor(), IAction.AS_PUSH_BUTTON,
				UiIds.EXPORT_MESSAGES, bars, page.taking()::export);
		copyJson = action(Messages.Action_copyJson, Messages.Action_copyJson_toolTip, null, IAction.AS_PUSH_BUTTON, UiIds.COPY_JSON, bars,
				() -> Clipboards.copy(page.taking().selectedAs(ExportFormat.JSON_LINES)));
		copyCsv = action(Messages.Action_copyCsv, Messages.Action_copyCsv_toolTip, null, IAction.AS_PUSH_BUTTON, UiIds.COPY_CSV, bars,
				() -> Clipboards.copy(page.taking().selectedAs(ExportFormat.CSV)));
		IAction columns = action(Messages.Action_columns, Messages.Action_columns_toolTip, null, IAction.AS_PUSH_BUTTON, UiIds.CHOOSE_COLUMNS, bars,
				page.panes().table()::chooseColumns);
		IAction endpoint = action(Messages.Action_endpoint, Messages.Action_endpoint_toolTip, null, IAction.AS_PUSH_BUTTON, UiIds.EVENT_HUB_ENDPOINT, bars,
				page.endpoints()::ask);
		forget = action(Messages.Action_forget, Messages.Action_forget_toolTip, null, IAction.AS_PUSH_BUTTON, UiIds.FORGET_ENDPOINT, bars,
				() -> page.endpoints().forget(page.connection()));
		global(IWorkbenchCommandConstants.EDIT_COPY, bars, this::copy);
		global(IWorkbenchCommandConstants.EDIT_SELECT_ALL, bars, this::selectAll);
		global(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, bars, page.filter()::setFocus);
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

	private IAction action(String text, String toolTip, @Nullable ImageDescriptor image, int style, String command, IActionBars bars, Runnable does) {
		Action action = new Action(text, style) {
			@Override
			public void run() {
				does.run();
			}
		};
		action.setImageDescriptor(image);
		action.setToolTipText(toolTip);
		action.setActionDefinitionId(command);
		bars.setGlobalActionHandler(command, action);
		return action;
	}

	/** An action that no menu of the view has. */
	private void global(String command, IActionBars bars, Runnable does) {
		action("", "", null, IAction.AS_PUSH_BUTTON, command, bars, does);
	}

	/** In a text what is selected there, else rows as lines of tab-separated columns. */
	private void copy() {
		Control focus = page.control().getDisplay().getFocusControl();
		if (focus instanceof StyledText text) {
			text.copy();
		} else if (focus instanceof Text text) {
			text.copy();
		} else if (focus instanceof Combo combo) {
			combo.copy();
		} else if (focus == page.panes().details().properties()) {
			Clipboards.copy(page.panes().details().selectedAsText());
		} else {
			Clipboards.copy(page.panes().table().selectedAsText());
		}
	}

	private void selectAll() {
		Control focus = page.control().getDisplay().getFocusControl();
		if (focus instanceof StyledText text) {
			text.selectAll();
		} else if (focus instanceof Text text) {
			text.selectAll();
		} else if (focus == page.panes().details().properties()) {
			page.panes().details().properties().selectAll();
		} else {
			page.panes().table().selectAll();
		}
	}

	/** The state of the view is another one. */
	void update() {
		start.setEnabled(page.canStart());
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
