// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.hub;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import iothubtools.core.IotHubCore;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.handlers.HubHandler;

/**
 * Starts the local hub and connects to it, and shows the view that has it then, if it is not there. The first time it gets sample devices; later it
 * has what was left in it.
 */
public final class StartLocalHubHandler extends HubHandler {

	private static final int SAMPLE_DEVICES = 25;

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		IotHubCore core = IotHubCore.get();
		boolean firstTime = core.connections().find(LocalHubService.CONNECTION_ID) == null;
		new LocalHubJob(Messages.StartLocalHub_job, () -> core.localHub().start(firstTime ? SAMPLE_DEVICES : 0)).schedule();
		try {
			// whoever gave the command elsewhere, as with Ctrl+3, is to see that there is a hub now
			window.getActivePage().showView(UiIds.VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
		} catch (PartInitException e) {
			ILog.of(StartLocalHubHandler.class).log(e.getStatus());
		}
	}
}
