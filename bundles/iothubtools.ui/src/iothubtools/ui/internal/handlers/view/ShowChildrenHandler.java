// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.view;

import org.eclipse.core.commands.ExecutionEvent;

import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.view.IotHubView;

/** Shows the devices below the selected IoT Edge device. */
public final class ShowChildrenHandler extends ViewHandler {

	@Override
	void run(ExecutionEvent event, IotHubView view) {
		HubSelection.devices(selection(event)).stream().findFirst().ifPresent(device -> view.showChildren(device.deviceId()));
	}
}
