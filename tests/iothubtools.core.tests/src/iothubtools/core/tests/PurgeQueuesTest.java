// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.PurgeQueuesOperation;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.PurgeOutcome;
import iothubtools.tests.support.hub.DeviceQueue;

/** Messages that wait for devices and are dropped, at a real local hub. */
@Timeout(60)
class PurgeQueuesTest {

	private static final int DEVICES = 25;

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(DEVICES));

	private static String id(int number) {
		return String.format("sensor-%04d", number);
	}

	private PurgeOutcome purge(HubConnection connection, String... ids) throws CoreException {
		return fixture.cores.core.operations().run(new PurgeQueuesOperation(connection, List.of(ids)), new NullProgressMonitor());
	}

	private int waiting(String id) throws CoreException {
		return fixture.cores.core.operations().run(new GetDeviceOperation(fixture.connection, id), new NullProgressMonitor())
				.cloudToDeviceMessageCount();
	}

	@Test
	void theMessagesOfTheseDevicesAreDroppedAndCountedAndOthersStay() throws Exception {
		DeviceQueue queue = new DeviceQueue(fixture);
		for (int i : List.of(1, 1, 1, 12, 25, 2)) {
			queue.add(id(i), "m", "x");
		}
		assertEquals(3, waiting(id(1)));
		List<HubEvent> events = new CopyOnWriteArrayList<>();
		fixture.cores.core.events().addListener(events::add);
		List<String> ids = new ArrayList<>(IntStream.rangeClosed(1, DEVICES).mapToObj(PurgeQueuesTest::id).toList());
		ids.remove(id(2));

		PurgeOutcome outcome = purge(fixture.connection, ids.toArray(String[]::new));

		assertEquals(5, outcome.messages());
		assertEquals(ids, outcome.devices().ids(Result.DONE));
		assertEquals(0, waiting(id(1)));
		assertEquals(0, waiting(id(25)));
		assertEquals(1, waiting(id(2)));
		List<DeviceIdentity> told = events.stream().filter(HubEvent.DevicesChanged.class::isInstance)
				.flatMap(event -> ((HubEvent.DevicesChanged) event).devices().stream()).toList();
		assertEquals(ids, told.stream().map(DeviceIdentity::deviceId).toList());
		assertTrue(told.stream().allMatch(device -> device.cloudToDeviceMessageCount() == 0));
	}

	@Test
	void aDeviceThatIsGoneDoesNotStopTheOthers() throws Exception {
		new DeviceQueue(fixture).add(id(3), "m", "x");
		PurgeOutcome outcome = purge(fixture.connection, "gone", id(3));
		assertEquals(1, outcome.messages());
		assertEquals(List.of("gone"), List.copyOf(outcome.devices().failures().keySet()));
		assertEquals(List.of(id(3)), outcome.devices().ids(Result.DONE));
	}

	@Test
	void aPolicyThatMayNotReadDevicesPurgesAllTheSame() throws Exception {
		new DeviceQueue(fixture).add(id(3), "m", "x");
		assertEquals(1, purge(fixture.connect("service"), id(3)).messages());
		assertEquals(0, waiting(id(3)));
	}

	@Test
	void withoutTheRightNothingIsDroppedAndTheRestIsNotTried() throws Exception {
		new DeviceQueue(fixture).add(id(1), "m", "x");
		List<String> ids = IntStream.rangeClosed(1, DEVICES).mapToObj(PurgeQueuesTest::id).toList();
		PurgeOutcome outcome = purge(fixture.connect("registryReadWrite"), ids.toArray(String[]::new));
		assertEquals(0, outcome.messages());
		assertEquals(10, outcome.devices().failures().size());
		assertEquals(15, outcome.devices().ids(Result.NOT_TRIED).size());
		assertEquals(1, waiting(id(1)));
	}

	@Test
	void aHubThatIsDownIsToldOfEachDeviceThatWasTried() throws Exception {
		purge(fixture.connection, id(1));
		fixture.stop();
		PurgeOutcome outcome = purge(fixture.connection, id(1));
		assertEquals(List.of(id(1)), List.copyOf(outcome.devices().failures().keySet()));
		assertThrows(CoreException.class, () -> waiting(id(1)));
	}
}
