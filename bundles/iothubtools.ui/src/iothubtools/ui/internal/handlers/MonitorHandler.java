// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.monitor.MonitorViews;

/** Opens a D2C Monitor for the hub that the selection is about, else for the default one; for the devices that are selected, if there are any. */
public final class MonitorHandler extends HubHandler {

	/** More names are no help: whoever selects all means all. */
	private static final int MOST_DEVICES = 50;

	@Override
	protected void run(ExecutionEvent event, IWorkbenchWindow window) throws ExecutionException {
		HubConnection selected = HubSelection.connection(selection(event));
		HubConnection connection = selected == null ? IotHubCore.get().connections().defaultConnection() : selected;
		List<String> devices = selected == null ? List.of() : HubSelection.devices(selection(event)).stream().map(DeviceNode::deviceId).toList();
		try {
			MonitorViews.open(window.getActivePage(), connection, new MonitoredDevices.Named(devices.size() > MOST_DEVICES ? List.of() : devices));
		} catch (PartInitException e) {
			throw new ExecutionException("The D2C Monitor cannot be opened", e);
		}
	}
}
