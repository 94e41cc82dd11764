// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.Listing;
import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.events.HubEvent;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.ListDevicesOperation;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;

/** Operations run against a real local hub. */
class HubOperationsTest {

	private HubFixture fixture;
	private final List<HttpExchange> exchanges = new CopyOnWriteArrayList<>();

	@BeforeEach
	void start(@TempDir Path folder) throws Exception {
		fixture = new HubFixture(folder);
		fixture.cores.core.exchanges().addListener((connection, exchange) -> exchanges.add(exchange));
	}

	@AfterEach
	void stop() throws Exception {
		fixture.close();
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private DeviceIdentity create(String id) throws CoreException {
		return run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder(id).build()));
	}

	@Test
	void creatingReturnsTheIdentityAndTellsIt() throws Exception {
		DeviceIdentity created = create("d1");
		assertEquals("d1", created.deviceId());
		HubEvent.DeviceCreated told = fixture.cores.events(HubEvent.DeviceCreated.class).get(0);
		assertEquals("d1", told.device().deviceId());
		assertEquals(1, run(new StatisticsOperation(fixture.connection)).total());
	}

	@Test
	void creatingTwiceIsToldAsAlreadyThereWithTheTrackingId() throws Exception {
		create("d1");
		CoreException refused = assertThrows(CoreException.class, () -> create("d1"));
		HubStatus status = (HubStatus) refused.getStatus();
		assertEquals(HubStatusCode.ALREADY_EXISTS, status.hubCode());
		String tracking = status.trackingId();
		assertNotNull(tracking);
		assertTrue(status.getMessage().contains("d1") && status.getMessage().contains(tracking), status.getMessage());
		assertEquals(1, fixture.cores.events(HubEvent.DeviceCreated.class).size());
	}

	@Test
	void listsEveryDeviceAcrossPages() throws Exception {
		int devices = 1003;
		try (HubFixture big = new HubFixture(fixture.cores.folder.resolve("big"), iothubtools.localhub.LocalHubSettings
				.in(fixture.cores.folder.resolve("bighub")).withSampleDevices(devices))) {
			Set<String> ids = ConcurrentHashMap.newKeySet();
			Listing listing = big.cores.core.operations().run(
					new ListDevicesOperation(big.connection, page -> page.forEach(d -> ids.add(d.deviceId()))),
					new NullProgressMonitor());
			assertEquals(devices, listing.count());
			assertEquals(devices, ids.size());
			assertFalse(listing.limited());
		}
	}

	@Test
	void deletesWhatItCanAndReportsTheRest() throws Exception {
		create("d1");
		create("d2");
		DeleteDevicesOperation.Outcome outcome = run(
				new DeleteDevicesOperation(fixture.connection, List.of("d1", "gone", "d2")));
		assertEquals(List.of("d1", "d2"), outcome.deleted());
		assertEquals(Set.of("gone"), outcome.failed().keySet());
		assertEquals(List.of("d1", "gone", "d2"), fixture.cores.events(HubEvent.DevicesDeleted.class).get(0).deviceIds(),
				"nobody is shown a device that the hub does not know");
	}

	@Test
	void sendingAsAKnownDeviceTakesOneCallAndArrives() throws Exception {
		create("d1");
		int before = exchanges.size();
		DeviceMessage message = DeviceMessage.builder().body("{\"t\":21}".getBytes(StandardCharsets.UTF_8)).build();
		assertEquals(204, run(new SendMessageOperation(fixture.connection, "d1", message)).status());
		assertEquals(1, exchanges.size() - before);
		assertEquals(1, fixture.hub.receivedMessages("d1").size());
	}

	@Test
	void sendingAsAnUnknownDeviceRetrievesItsKeyFirst() throws Exception {
		create("d1");
		fixture.cores.core.connections().save(fixture.connection,
				fixture.cores.core.connections().key(fixture.connection));
		DeviceMessage message = DeviceMessage.builder().body("hello".getBytes(StandardCharsets.UTF_8)).build();
		assertEquals(204, run(new SendMessageOperation(fixture.connection, "d1", message)).status());
		assertEquals(List.of("PUT", "GET", "POST"), exchanges.stream().map(HttpExchange::method).toList());
	}

	@Test
	void sendingAsADisabledDeviceSaysSo() throws Exception {
		run(new CreateDeviceOperation(fixture.connection,
				DeviceIdentity.builder("off").status(DeviceStatus.DISABLED).statusReason("worn out").build()));
		DeviceMessage message = DeviceMessage.builder().body(new byte[] { 1 }).build();
		CoreException refused = assertThrows(CoreException.class,
				() -> run(new SendMessageOperation(fixture.connection, "off", message)));
		assertEquals(HubStatusCode.DEVICE_DISABLED, HubStatus.code(refused.getStatus()));
	}

	@Test
	void noExchangeShowsAKey() throws Exception {
		create("d1");
		DeviceIdentity device = run(new GetDeviceOperation(fixture.connection, "d1"));
		String key = fixture.hub.deviceConnectionString("d1").replaceAll(".*SharedAccessKey=", "");
		assertTrue(device.deviceId().equals("d1") && key.length() > 20);
		assertFalse(exchanges.isEmpty());
		assertFalse(exchanges.toString().contains(key));
		assertFalse(exchanges.toString().contains("sig=") && exchanges.toString().matches("(?s).*sig=[A-Za-z0-9%]{20}.*"));
	}

	@Test
	void aJobBelongsToItsFamiliesAndEndsWithTheStatus() throws Exception {
		HubJob<DeviceIdentity> job = fixture.cores.core.operations()
				.job(new GetDeviceOperation(fixture.connection, "missing"));
		assertTrue(job.belongsTo(HubJob.FAMILY) && job.belongsTo(fixture.connection.id())
				&& job.belongsTo(GetDeviceOperation.class));
		HubJob<DeviceIdentity> quiet = job.quiet();
		quiet.schedule();
		Job.getJobManager().join(fixture.connection.id(), null);
		assertEquals(IStatus.OK, quiet.getResult().getSeverity());
		assertEquals(HubStatusCode.NOT_FOUND, HubStatus.code(quiet.outcome()));
	}
}
