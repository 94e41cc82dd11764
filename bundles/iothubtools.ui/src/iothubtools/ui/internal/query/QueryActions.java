// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.queries.ResultRow;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.clipboard.Clipboards;
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
		ISharedImages shared = PlatformUI.getWorkbench().getSharedImages();
		run = action(Messages.Action_run, Messages.Action_run_toolTip, HubImages.START.descriptor(), UiIds.RUN_QUERY, bars, page::run);
		stop = action(Messages.Action_stop, Messages.Action_stop_toolTip, shared.getImageDescriptor(ISharedImages.IMG_ELCL_STOP), UiIds.STOP_QUERY,
				bars, page::stop);
		stop.setDisabledImageDescriptor(shared.getImageDescriptor(ISharedImages.IMG_ELCL_STOP_DISABLED));
		save = action(Messages.Action_save, Messages.Action_save_toolTip, shared.getImageDescriptor(ISharedImages.IMG_ETOOL_SAVE_EDIT),
				IWorkbenchCommandConstants.FILE_SAVE, bars, view::save);
		save.setDisabledImageDescriptor(shared.getImageDescriptor(ISharedImages.IMG_ETOOL_SAVE_EDIT_DISABLED));
		export = action(Messages.Action_export, Messages.Action_export_toolTip, HubImages.EXPORT_DEVICES.descriptor(), UiIds.EXPORT_QUERY, bars, page::export);
		copyJson = action(Messages.Action_copyJson, Messages.Action_copyJson_toolTip, null, UiIds.COPY_JSON, bars, () -> Clipboards.copy(page.table()
				.selected().stream().map(ResultRow::json).collect(Collectors.joining(System.lineSeparator()))));
		monitor = action(Messages.Action_monitor, Messages.Action_monitor_toolTip, HubImages.MONITOR.descriptor(), UiIds.MONITOR_QUERY, bars, view::monitor);
		IAction columns = action(Messages.Action_columns, Messages.Action_columns_toolTip, null, UiIds.CHOOSE_COLUMNS, bars, page.table()::chooseColumns);
		global(IWorkbenchCommandConstants.EDIT_COPY, bars, this::copy);
		global(IWorkbenchCommandConstants.EDIT_SELECT_ALL, bars, this::selectAll);
		global(IWorkbenchCommandConstants.EDIT_UNDO, bars, () -> page.text().run(ITextOperationTarget.UNDO));
		global(IWorkbenchCommandConstants.EDIT_REDO, bars, () -> page.text().run(ITextOperationTarget.REDO));
		global(IWorkbenchCommandConstants.EDIT_CONTENT_ASSIST, bars, () -> page.text().run(ISourceViewer.CONTENTASSIST_PROPOSALS));
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

	private IAction action(String text, String toolTip, @Nullable ImageDescriptor image, String command, IActionBars bars, Runnable does) {
		Action action = new Action(text, image) {
			@Override
			public void run() {
				does.run();
			}
		};
		action.setToolTipText(toolTip);
		action.setActionDefinitionId(command);
		bars.setGlobalActionHandler(command, action);
		return action;
	}

	/** An action that no menu of the view has. */
	private void global(String command, IActionBars bars, Runnable does) {
		action("", "", null, command, bars, does);
	}

	/** In a text what is selected there, else rows as lines of tab-separated columns. */
	private void copy() {
		Control focus = page.sash().getDisplay().getFocusControl();
		if (focus instanceof StyledText text) {
			text.copy();
		} else if (focus instanceof Text text) {
			text.copy();
		} else {
			Clipboards.copy(page.table().selectedAsText());
		}
	}

	private void selectAll() {
		Control focus = page.sash().getDisplay().getFocusControl();
		if (focus instanceof StyledText text) {
			text.selectAll();
		} else if (focus instanceof Text text) {
			text.selectAll();
		} else {
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
