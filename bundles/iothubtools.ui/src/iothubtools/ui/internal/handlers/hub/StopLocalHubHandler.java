// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.hub;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.IotHubCore;
import iothubtools.ui.internal.handlers.HubHandler;

/** Stops the local hub; its devices and the connection to it stay. */
public final class StopLocalHubHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		new LocalHubJob(Messages.StopLocalHub_job, () -> IotHubCore.get().localHub().stop()).schedule();
	}
}
