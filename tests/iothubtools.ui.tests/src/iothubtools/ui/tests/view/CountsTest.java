// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import java.time.Duration;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
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
	void ofSeveralHubsItIsSaidWhoseDevicesTheyAre() throws Exception {
		try (HubFixture hub = HubFixture.start(folder.resolve("one"), "Factory", 2); HubFixture other = HubFixture.start(folder.resolve("two"), "Plant", 3)) {
			view.awaitStatus("5 devices");
			view.select("Plant (3)");
			view.awaitStatus("5 devices \u2013 \"Plant\": 3 enabled, 0 disabled, 0 connected");
		}
	}

	@Test
	void whatIsDoneFromHereIsCountedBeforeTheHubIsAskedAgain() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitStatus("2 devices");
			view.select("Factory (2)");
			view.awaitStatus("2 devices \u2013 2 enabled, 0 disabled, 0 connected");
			// it is asked and says nothing
			hub.hub().inject(FaultPlan.of(FaultRule.of("GetDeviceStatistics", new FaultEffect.Delay(Duration.ofMinutes(5)))));
			run(new UpdateDevicesOperation(hub.connection(), List.of("sensor-0001"), new IdentityChange.Disable(null)));
			view.awaitStatus("2 devices \u2013 1 enabled, 1 disabled, 0 connected");
			run(new CreateDeviceOperation(hub.connection(), DeviceIdentity.builder("new").build()));
			view.awaitStatus("3 devices \u2013 2 enabled, 1 disabled, 0 connected");
			run(new DeleteDevicesOperation(hub.connection(), List.of("sensor-0001", "sensor-0002", "new")));
			view.awaitStatus("0 devices \u2013 0 enabled, 0 disabled, 0 connected");
			hub.hub().inject(FaultPlan.NONE);
		}
	}

	private static <T> void run(HubOperation<T> operation) throws CoreException {
		IotHubCore.get().operations().run(operation, new NullProgressMonitor());
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
