// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.stream.Collectors;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.queries.ResultRow;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.ViewActions;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.clipboard.FocusedText;
import iothubtools.ui.internal.images.HubImages;

/** What can be done in a query view: tool bar, menu and keys. They are its own, so that each can be used as long as its view can. */
final class QueryActions {

	private final QueryPane page;
	private final IAction run;
	private final IAction stop;
	private final IAction save;
	private final IAction export;
	private final IAction copyJson;
	private final IAction monitor;

	QueryActions(QueryView view, QueryPane page) {
		this.page = page;
		IActionBars bars = view.getViewSite().getActionBars();
		ViewActions actions = new ViewActions(bars);
		ISharedImages shared = PlatformUI.getWorkbench().getSharedImages();
		run = actions.add(Messages.Action_run, Messages.Action_run_toolTip, HubImages.START.descriptor(), UiIds.RUN_QUERY, page::run);
		stop = actions.add(Messages.Action_stop, Messages.Action_stop_toolTip, shared.getImageDescriptor(ISharedImages.IMG_ELCL_STOP), UiIds.STOP_QUERY,
				page::stop);
		stop.setDisabledImageDescriptor(shared.getImageDescriptor(ISharedImages.IMG_ELCL_STOP_DISABLED));
		save = actions.add(Messages.Action_save, Messages.Action_save_toolTip, shared.getImageDescriptor(ISharedImages.IMG_ETOOL_SAVE_EDIT),
				IWorkbenchCommandConstants.FILE_SAVE, view::save);
		save.setDisabledImageDescriptor(shared.getImageDescriptor(ISharedImages.IMG_ETOOL_SAVE_EDIT_DISABLED));
		export = actions.add(Messages.Action_export, Messages.Action_export_toolTip, HubImages.EXPORT_DEVICES.descriptor(), UiIds.EXPORT_QUERY,
				page::export);
		copyJson = actions.add(Messages.Action_copyJson, Messages.Action_copyJson_toolTip, null, UiIds.COPY_JSON, () -> Clipboards.copy(page.table()
				.selected().stream().map(ResultRow::json).collect(Collectors.joining(System.lineSeparator()))));
		monitor = actions.add(Messages.Action_monitor, Messages.Action_monitor_toolTip, HubImages.MONITOR.descriptor(), UiIds.MONITOR_QUERY,
				view::monitor);
		IAction columns = actions.add(Messages.Action_columns, Messages.Action_columns_toolTip, null, UiIds.CHOOSE_COLUMNS,
				page.table()::chooseColumns);
		actions.keys(IWorkbenchCommandConstants.EDIT_COPY, this::copy);
		actions.keys(IWorkbenchCommandConstants.EDIT_SELECT_ALL, this::selectAll);
		actions.keys(IWorkbenchCommandConstants.EDIT_UNDO, () -> page.text().run(ITextOperationTarget.UNDO));
		actions.keys(IWorkbenchCommandConstants.EDIT_REDO, () -> page.text().run(ITextOperationTarget.REDO));
		actions.keys(IWorkbenchCommandConstants.EDIT_CONTENT_ASSIST, () -> page.text().run(ISourceViewer.CONTENTASSIST_PROPOSALS));
		IAction history = new QueryHistory(page);
		bars.setGlobalActionHandler(UiIds.RECENT_QUERIES, history);
		IToolBarManager tools = bars.getToolBarManager();
		tools.add(run);
		tools.add(stop);
		tools.add(new Separator("keep"));
		tools.add(save);
		tools.add(history);
		tools.add(export);
		tools.add(monitor);
		tools.add(new Separator("additions"));
		bars.getMenuManager().add(run);
		bars.getMenuManager().add(stop);
		bars.getMenuManager().add(save);
		bars.getMenuManager().add(history);
		bars.getMenuManager().add(export);
		bars.getMenuManager().add(monitor);
		bars.getMenuManager().add(columns);
		bars.getMenuManager().add(new Separator("additions"));
		bars.updateActionBars();
	}

	/** In a text what is selected there, else rows as lines of tab-separated columns. */
	private void copy() {
		if (!FocusedText.copy(page.sash().getDisplay().getFocusControl())) {
			Clipboards.copy(page.table().selectedAsText());
		}
	}

	private void selectAll() {
		if (!FocusedText.selectAll(page.sash().getDisplay().getFocusControl())) {
			page.table().selectAll();
		}
	}

	/** The state of the view is another one. */
	void update() {
		boolean running = page.isRunning();
		run.setEnabled(!running && page.connection() != null);
		stop.setEnabled(running);
		export.setEnabled(page.connection() != null && page.hasRows());
		monitor.setEnabled(page.hasDevices());
		copyJson.setEnabled(!page.table().selected().isEmpty());
		save.setEnabled(page.connection() != null && !page.text().text().isBlank());
	}
}
