// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.transfer;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbenchWindow;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.handlers.HubHandler;
import iothubtools.ui.internal.handlers.Wizards;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.transfer.CopyDevicesWizard;

/** Opens Copy Devices to Hub, or Move Devices to Hub, on the selected devices of one hub; with the other hub if one is given. */
public final class CopyDevicesHandler extends HubHandler {

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) {
		List<DeviceNode> devices = HubSelection.devices(selection(event));
		List<HubConnection> sources = devices.stream().map(DeviceNode::connection).distinct().toList();
		if (sources.size() == 1) {
			List<String> ids = devices.stream().map(DeviceNode::deviceId).toList();
			Wizards.open(new CopyDevicesWizard(sources.get(0), ids, target(event), event.getCommand().getId().equals(UiIds.MOVE_DEVICES)), window);
		}
	}

	/** The hub that is given with the command, to copy to. */
	static @Nullable HubConnection target(ExecutionEvent event) {
		String id = event.getParameter(UiIds.TARGET_HUB);
		return id == null ? null : IotHubCore.get().connections().find(id);
	}
}
