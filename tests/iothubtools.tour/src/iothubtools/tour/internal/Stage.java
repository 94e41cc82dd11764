// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import org.eclipse.core.runtime.CoreException;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.tour.driver.Rows;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Workbench;

/** What every script begins with: a local hub that holds sample devices, and the IoT Hub view. */
final class Stage {

	/** As plugin.xml of the UI names it. */
	static final String VIEW = "iothubtools.ui.hubView";

	/** The same of the D2C Monitor. */
	static final String MONITOR = "iothubtools.ui.monitorView";

	private Stage() {
	}

	/** Starts the local hub and makes it the default; what was made in it before stays. */
	static HubConnection localHub(int sampleDevices) throws CoreException {
		IotHubCore core = IotHubCore.get();
		HubConnection connection = core.localHub().start(sampleDevices);
		core.connections().makeDefault(LocalHubService.CONNECTION_ID);
		return connection;
	}

	/** Opens the view and waits until it lists the hub with this many devices. */
	static Rows list(HubConnection hub, int devices) {
		Scope view = Workbench.show(VIEW);
		Rows rows = view.table();
		rows.has(hub.name() + " (" + devices + ")");
		return rows;
	}
}
