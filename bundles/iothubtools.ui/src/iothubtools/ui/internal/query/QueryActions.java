// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;

import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.images.HubImages;

/** What can be done in a query view: tool bar, menu and keys. They are its own, so that each can be used as long as its view can. */
final class QueryActions {

	private final QueryPage page;
	private final List<IAction> all = new ArrayList<>();
	private final IAction run;
	private final IAction stop;
	private final IAction save;

	QueryActions(QueryView view, QueryPage page) {
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
		IAction history = new QueryHistory(page);
		IToolBarManager tools = bars.getToolBarManager();
		tools.add(run);
		tools.add(stop);
		tools.add(new Separator("keep"));
		tools.add(save);
		tools.add(history);
		tools.add(new Separator("additions"));
		bars.getMenuManager().add(run);
		bars.getMenuManager().add(stop);
		bars.getMenuManager().add(save);
		bars.getMenuManager().add(history);
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
		all.add(action);
		return action;
	}

	/** The state of the view is another one. */
	void update() {
		boolean running = page.isRunning();
		run.setEnabled(!running && page.connection() != null);
		stop.setEnabled(running);
		save.setEnabled(page.connection() != null && !page.text().text().isBlank());
	}
}
