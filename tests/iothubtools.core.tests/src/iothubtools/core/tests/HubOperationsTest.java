// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.time.Eventually;

/** Operations run against a real local hub. */
class HubOperationsTest {

	@RegisterExtension
	final HubFixture fixture = new HubFixture();
	private final List<HttpExchange> exchanges = new CopyOnWriteArrayList<>();

	@BeforeEach
	void listen() {
		fixture.cores.core.exchanges().addListener((connection, exchange) -> exchanges.add(exchange));
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private DeviceIdentity create(String id) throws CoreException {
		return run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder(id).build()));
	}

	/** The dialog for it is not ours, and does not say who asks. */
	@Test
	void whoMayAskForTheMasterPasswordIsSaidAsLongAsTheKeyIsRead() throws Exception {
		String reading = "Reading the shared access key of \"iothubowner\" from Secure Storage, which may ask for its master password";
		List<String> said = new ArrayList<>();
		NullProgressMonitor monitor = new NullProgressMonitor() {
			@Override
			public void subTask(String name) {
				said.add(name);
			}
		};
		fixture.cores.core.operations().run(new StatisticsOperation(fixture.connection), monitor);
		assertEquals(reading, said.get(0));
		assertFalse(said.get(said.size() - 1).equals(reading), "it is said for no longer than it is true");
		said.clear();
		fixture.cores.core.operations().run(new StatisticsOperation(fixture.connection), monitor);
		assertFalse(said.contains(reading), said.toString());
	}

	@Test
	void creatingReturnsTheIdentityAndTellsIt() throws Exception {
		DeviceIdentity created = create("d1");
		assertEquals("d1", created.deviceId());
		HubEvent.DevicesCreated told = fixture.cores.events(HubEvent.DevicesCreated.class).get(0);
		assertEquals("d1", told.devices().get(0).deviceId());
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
		assertEquals(1, fixture.cores.events(HubEvent.DevicesCreated.class).size());
	}

	@Test
	void listsEveryDeviceAcrossPages() throws Exception {
		int devices = 1003;
		try (HubFixture big = HubFixture.start(fixture.cores.folder.resolve("big"), settings -> settings.withSampleDevices(devices))) {
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
		TaskOutcome outcome = run(new DeleteDevicesOperation(fixture.connection, List.of("d1", "gone", "d2")));
		assertEquals(List.of("d1", "d2"), outcome.ids(Result.DONE));
		assertEquals(Set.of("gone"), outcome.failures().keySet());
		assertEquals(List.of("d1", "gone", "d2"), fixture.cores.events(HubEvent.DevicesDeleted.class).get(0).deviceIds(),
				"nobody is shown a device that the hub does not know");
	}

	@Test
	void deletesManyInFewCalls() throws Exception {
		int devices = 2000;
		try (HubFixture big = HubFixture.start(fixture.cores.folder.resolve("many"), settings -> settings.withSampleDevices(devices))) {
			List<String> ids = ids(big);
			AtomicInteger calls = new AtomicInteger();
			big.cores.core.exchanges().addListener((connection, exchange) -> calls.incrementAndGet());
			TaskOutcome outcome = big.cores.core.operations().run(new DeleteDevicesOperation(big.connection, ids),
					new NullProgressMonitor());
			assertEquals(ids, outcome.ids(Result.DONE));
			assertEquals(20, calls.get());
			assertEquals(List.of(), ids(big));
		}
	}

	@Test
	void aWriteInADialogWaitsForTheWritesOfJobs() throws Exception {
		fixture.hub().inject(FaultPlan.of(FaultRule.of("PutDevice", new FaultEffect.Delay(Duration.ofSeconds(1))).withTimes(1)));
		HubJob<DeviceIdentity> job = fixture.cores.core.operations()
				.job(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("d1").build()));
		job.schedule();
		Eventually.holds("the write of the job runs", () -> job.getState() == Job.RUNNING);
		create("d2");
		assertEquals(List.of("d1", "d2"), fixture.cores.events(HubEvent.DevicesCreated.class).stream()
				.map(created -> created.devices().get(0).deviceId()).toList());
		job.join();
	}

	@Test
	void aDialogThatWaitsForItsTurnCanBeCancelled() throws Exception {
		fixture.hub().inject(FaultPlan.of(FaultRule.of("PutDevice", new FaultEffect.Delay(Duration.ofMinutes(1))).withTimes(1)));
		HubJob<DeviceIdentity> job = fixture.cores.core.operations()
				.job(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("d1").build()));
		job.schedule();
		Eventually.holds("the write of the job runs", () -> job.getState() == Job.RUNNING);
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		CoreException refused = assertThrows(CoreException.class, () -> fixture.cores.core.operations()
				.run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("d2").build()), cancelled));
		assertEquals(IStatus.CANCEL, refused.getStatus().getSeverity());
		job.cancel();
		job.join();
		assertEquals(IStatus.CANCEL, job.outcome().getSeverity());
	}

	@Test
	void whatWasDoneBeforeACancelIsKept() throws Exception {
		try (HubFixture big = HubFixture.start(fixture.cores.folder.resolve("many"), settings -> settings.withSampleDevices(500))) {
			List<String> ids = ids(big);
			big.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", new FaultEffect.Delay(Duration.ofMinutes(1))).withSkip(2)));
			HubJob<TaskOutcome> job = big.cores.core.operations().job(new DeleteDevicesOperation(big.connection, ids));
			CountDownLatch twoCalls = big.cores.told(HubEvent.DevicesDeleted.class, 2);
			job.schedule();
			twoCalls.await();
			job.cancel();
			job.join();
			TaskOutcome outcome = job.result();
			assertEquals(IStatus.CANCEL, job.outcome().getSeverity());
			assertNotNull(outcome);
			assertTrue(outcome.cancelled());
			assertEquals(ids.subList(0, 200), outcome.ids(Result.DONE));
			assertEquals(ids.subList(200, 300), outcome.ids(Result.UNKNOWN), "the hub was asked for these");
			assertEquals(ids.subList(300, 500), outcome.ids(Result.NOT_TRIED));
		}
	}

	private static List<String> ids(HubFixture hub) throws CoreException {
		List<String> ids = new ArrayList<>();
		hub.cores.core.operations().run(new ListDevicesOperation(hub.connection,
				page -> page.forEach(device -> ids.add(device.deviceId()))), new NullProgressMonitor());
		return ids;
	}

	@Test
	void sendingAsAKnownDeviceTakesOneCallAndArrives() throws Exception {
		create("d1");
		int before = exchanges.size();
		DeviceMessage message = DeviceMessage.builder().body("{\"t\":21}".getBytes(StandardCharsets.UTF_8)).build();
		assertEquals(204, run(new SendMessageOperation(fixture.connection, "d1", message)).status());
		assertEquals(1, exchanges.size() - before);
		assertEquals(1, fixture.hub().receivedMessages("d1").size());
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
		String key = fixture.hub().deviceConnectionString("d1").replaceAll(".*SharedAccessKey=", "");
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
