// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.view;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.view.IotHubView;

/** A handler of a command that the IoT Hub view itself carries out. */
abstract class ViewHandler extends HubHandler {

	@Override
	protected final void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		if (HandlerUtil.getActivePart(event) instanceof IotHubView view) {
			run(event, view);
		}
	}

	abstract void run(ExecutionEvent event, IotHubView view) throws ExecutionException;
}
