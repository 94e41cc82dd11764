// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.wizards.project.DeviceProjectWizard;

/** Opens the wizard New IoT Hub Device Project on the selected device. */
public final class NewDeviceProjectHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		open(new DeviceProjectWizard(), event, window);
	}
}
