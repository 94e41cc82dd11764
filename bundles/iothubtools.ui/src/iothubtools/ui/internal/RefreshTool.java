// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.commands.ICommandImageService;
import org.eclipse.ui.commands.ICommandService;

/**
 * Refresh in the tool bar of a view. It is the view's own: the command of the platform, which F5 is for, is that of the active part, and could not be
 * pressed as long as that is another one.
 */
public final class RefreshTool extends Action {

	private static final String COMMAND = IWorkbenchCommandConstants.FILE_REFRESH;

	private final Runnable refresh;

	private RefreshTool(IViewSite site, Runnable refresh) {
		super(name(site), site.getService(ICommandImageService.class).getImageDescriptor(COMMAND));
		this.refresh = refresh;
		setToolTipText(getText());
		setActionDefinitionId(COMMAND);
	}

	private static String name(IViewSite site) {
		try {
			return site.getService(ICommandService.class).getCommand(COMMAND).getName();
		} catch (NotDefinedException e) {
			throw new IllegalStateException("The platform has no " + COMMAND, e);
		}
	}

	/** Puts it behind what the tool bar has. */
	public static void add(IViewSite site, Runnable refresh) {
		IToolBarManager tools = site.getActionBars().getToolBarManager();
		tools.add(new Separator("edit"));
		tools.add(new RefreshTool(site, refresh));
		site.getActionBars().updateActionBars();
	}

	@Override
	public void run() {
		refresh.run();
	}
}
