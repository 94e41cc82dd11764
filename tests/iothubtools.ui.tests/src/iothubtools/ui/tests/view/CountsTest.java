// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What a hub says of the number of its devices stands in its row. */
class CountsTest extends WithHubView {

	@Test
	void howManyAreEnabledDisabledAndConnectedStandsBehindTheName() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 120)) {
			view.awaitStatus("120 devices");
			view.select("Factory (120)");
			view.awaitStatus("120 devices \u2013 108 enabled, 12 disabled, 0 connected");
			DeviceIdentity off = DeviceIdentity.builder("off").status(DeviceStatus.DISABLED).build();
			IotHubCore.get().operations().run(new CreateDeviceOperation(hub.connection(), off), new NullProgressMonitor());
			view.awaitStatus("121 devices \u2013 108 enabled, 13 disabled, 0 connected");
		}
	}

	@Test
	void whereTheListMayBeCutShortTheHubSaysHowManyThereAre() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 1200, "registryRead")) {
			Until.holds("the list", () -> view.names().contains("Factory (1,000)"));
			view.select("Factory (1,000)");
			Until.holds("the counts", () -> view.status().endsWith(" \u2013 1,200 at the hub, 1,080 enabled, 120 disabled, 0 connected"));
		}
	}

	@Test
	void aPolicyThatMayNotAskHasNoCountsAndNoError() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3, "service")) {
			Until.holds("the list", () -> view.names().size() == 4);
			HubView.awaitQuiet();
			view.select("Factory (3)");
			view.awaitStatus(
					"3 devices \u2013 the policy service lacks RegistryRead: no keys can be read and no devices changed");
		}
	}

}
