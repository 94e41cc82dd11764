// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.IotHubCore;
import iothubtools.core.localhub.LocalHubService;

/** Starts the local hub and connects to it. The first time it gets sample devices; later it has what was left in it. */
public final class StartLocalHubHandler extends HubHandler {

	private static final int SAMPLE_DEVICES = 25;

	@Override
	void run(ExecutionEvent event, IWorkbenchWindow window) {
		IotHubCore core = IotHubCore.get();
		boolean firstTime = core.connections().find(LocalHubService.CONNECTION_ID) == null;
		new LocalHubJob(Messages.StartLocalHub_job, () -> core.localHub().start(firstTime ? SAMPLE_DEVICES : 0)).schedule();
	}
}
