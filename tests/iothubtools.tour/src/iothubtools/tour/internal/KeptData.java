// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Rows;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Workbench;

/** What somebody has after some work, and wants to find again after an update: a connection with its key, a device, the view. */
final class KeptData {

	private static final int SAMPLE_DEVICES = 5;
	private static final String DEVICE = "kept-01";
	private static final String FILTER = "kept";
	private static final String HUB = "Factory";
	/** Nothing answers there. */
	private static final HubHost HOST = new HubHost("localhost", 1);
	private static final String POLICY = "iothubowner";
	private static final SharedAccessKey KEY = SharedAccessKey.parse("a2VwdCBvdmVyIHRoZSB1cGRhdGUgb2YgdGhlIHRvb2w=");

	private KeptData() {
	}

	/** Does the work. */
	static void make() throws Exception {
		Workbench.window().resize(1280, 800);
		Rows devices = Stage.list(Stage.localHub(SAMPLE_DEVICES), SAMPLE_DEVICES);
		Workbench.window().pressTool("New Device\u2026");
		Scope wizard = Scope.window("New Device").open();
		wizard.type("Device ID", DEVICE);
		wizard.press("Finish");
		wizard.shows("Device " + DEVICE + " is registered");
		wizard.press("Close");
		wizard.closed();
		devices.has(DEVICE);
		IotHubCore.get().connections().save(HubConnection.create(HUB, HOST, POLICY), KEY);
		Workbench.view(Stage.VIEW).type("Filter devices", FILTER);
	}

	/** Looks whether all of it is there again, in a view that is open by itself. */
	static void check() throws Exception {
		Rows devices = Workbench.view(Stage.VIEW).table();
		devices.has(HUB);
		HubConnections connections = IotHubCore.get().connections();
		HubConnection hub = connections.all().stream().filter(each -> each.name().equals(HUB)).findFirst()
				.orElseThrow(() -> new AssertionError("The connection is gone"));
		if (!hub.host().equals(HOST) || !hub.policyName().equals(POLICY) || !connections.key(hub).equals(KEY)) {
			throw new AssertionError("The connection has changed");
		}
		HubConnection local = IotHubCore.get().localHub().start(0);
		devices.has(local.name() + " (1 of " + (SAMPLE_DEVICES + 1) + ") \u2013 default");
		devices.has(DEVICE);
	}
}
