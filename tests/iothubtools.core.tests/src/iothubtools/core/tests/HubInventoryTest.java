// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubContents.Phase;
import iothubtools.core.inventory.HubInventory;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.ImportDevicesOperation;

/** What is known of the devices of a real local hub. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HubInventoryTest {

	private static final int DEVICES = 2_345;

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(DEVICES));
	private HubInventory inventory;
	private final Object changed = new Object();
	private final ExecutorService other = Executors.newSingleThreadExecutor();

	@BeforeEach
	void prepare() {
		IotHubCore core = fixture.cores.core;
		inventory = new HubInventory(core.connections(), core.operations(), core.events(), core.localHub(), () -> {
			synchronized (changed) {
				changed.notifyAll();
			}
		});
	}

	@AfterEach
	void stop() {
		inventory.close();
		other.shutdown();
	}

	/** The contents of the hub as soon as they are such. */
	private HubContents await(Predicate<HubContents> condition) throws InterruptedException {
		synchronized (changed) {
			HubContents now = contents();
			while (!condition.test(now)) {
				changed.wait();
				now = contents();
			}
			return now;
		}
	}

	private HubContents contents() {
		return inventory.all().get(0);
	}

	private HubContents load() throws InterruptedException {
		inventory.refresh(fixture.connection);
		return await(hub -> hub.phase() == Phase.LOADED);
	}

	private static List<String> ids(HubContents hub) {
		return hub.pages().stream().flatMap(List::stream).map(DeviceSummary::deviceId).toList();
	}

	private static DeviceIdentity device(String id, DeviceStatus status) {
		return DeviceIdentity.builder(id).status(status).build();
	}

	private void tell(HubEvent event) {
		fixture.cores.core.events().fire(event);
	}

	@Test
	void aHubIsNotAskedBeforeSomebodyWantsItsDevices() throws Exception {
		assertEquals(Phase.NOT_LOADED, contents().phase());
		inventory.loadOnce(fixture.connection);
		HubContents loaded = await(hub -> hub.phase() == Phase.LOADED);
		assertEquals(DEVICES, loaded.count());
		assertEquals(DEVICES, Set.copyOf(ids(loaded)).size());
		assertNotNull(loaded.loadedAt());
		inventory.loadOnce(fixture.connection);
		assertTrue(loaded.sameDevices(contents()), "loaded once only");
	}

	@Test
	void tellsWhichOfSomeIdsAreKnownAndAsksNobody() throws Exception {
		assertEquals(Set.of(), inventory.known(fixture.connection, Set.of("new")));
		assertEquals(Phase.NOT_LOADED, contents().phase());
		List<String> ids = ids(load());
		assertEquals(Set.of(ids.get(0), ids.get(DEVICES - 1)),
				inventory.known(fixture.connection, Set.of(ids.get(0), "new", ids.get(DEVICES - 1))));
		tell(new HubEvent.DevicesCreated(fixture.connection, List.of(device("new", DeviceStatus.ENABLED))));
		tell(new HubEvent.DevicesDeleted(fixture.connection, List.of(ids.get(0))));
		assertEquals(Set.of("new"), inventory.known(fixture.connection, Set.of(ids.get(0), "new")));
	}

	@Test
	void devicesThatWereThereAlreadyAreListedAndThoseOfWhichNobodyKnows(@TempDir Path folder) throws Exception {
		load();
		elsewhere(new CreateDeviceOperation(elsewhere(), device("theirs", DeviceStatus.ENABLED)));
		assertFalse(ids(contents()).contains("theirs"));
		Path file = Files.writeString(folder.resolve("devices.csv"), "deviceId\nours\ntheirs\n");
		fixture.cores.core.operations().run(new ImportDevicesOperation(fixture.connection, file, false), new NullProgressMonitor());
		await(hub -> hub.phase() == Phase.LOADED && ids(hub).containsAll(List.of("ours", "theirs")));
		HubContents listed = contents();
		fixture.cores.core.operations().run(new ImportDevicesOperation(fixture.connection, file, false), new NullProgressMonitor());
		assertTrue(listed.sameDevices(contents()), "both are known");
		assertEquals(Phase.LOADED, contents().phase());
		elsewhere(new DeleteDevicesOperation(elsewhere(), List.of("theirs")));
		tell(new HubEvent.DevicesUnclear(fixture.connection, List.of(), true));
		await(hub -> hub.phase() == Phase.LOADED && !ids(hub).contains("theirs"));
	}

	private HubConnection elsewhere() {
		return HubConnection.create("Elsewhere", fixture.connection.host(), "iothubowner").withCaCertificate(fixture.connection.caCertificate());
	}

	/** As somebody does of whom this one does not hear. */
	private void elsewhere(HubOperation<?> operation) throws Exception {
		fixture.cores.core.operations().run(operation, fixture.cores.core.connections().key(fixture.connection), new NullProgressMonitor());
	}

	@Test
	void whatOperationsDoIsFollowed() throws Exception {
		HubContents before = load();
		fixture.cores.core.operations().run(new CreateDeviceOperation(fixture.connection, device("new", DeviceStatus.ENABLED)),
				new NullProgressMonitor());
		assertEquals("new", ids(contents()).get(DEVICES), "a new device comes last");
		String first = ids(before).get(0);
		fixture.cores.core.operations().run(new DeleteDevicesOperation(fixture.connection, List.of(first, "new")),
				new NullProgressMonitor());
		assertEquals(ids(before).subList(1, DEVICES), ids(contents()));
	}

	@Test
	void aDeviceThatChangedKeepsItsPlaceAndOtherPagesAreLeftAlone() throws Exception {
		HubContents before = load();
		String id = before.pages().get(1).get(7).deviceId();
		tell(new HubEvent.DevicesChanged(fixture.connection, List.of(device(id, DeviceStatus.DISABLED))));
		HubContents after = contents();
		assertEquals(ids(before), ids(after));
		assertEquals(DeviceStatus.DISABLED, after.pages().get(1).get(7).status());
		assertSame(before.pages().get(0), after.pages().get(0));
		assertFalse(before.sameDevices(after));
	}

	@Test
	void aChangeThatChangesNothingMakesNoNewList() throws Exception {
		tell(new HubEvent.DevicesCreated(fixture.connection, List.of(device("early", DeviceStatus.ENABLED))));
		HubContents before = load();
		assertFalse(ids(before).contains("early"), "what was told before the load is the hub's to say");
		tell(new HubEvent.DevicesCreated(fixture.connection, List.of(device("x", DeviceStatus.ENABLED))));
		HubContents once = contents();
		tell(new HubEvent.DevicesChanged(fixture.connection, List.of(device("x", DeviceStatus.ENABLED))));
		tell(new HubEvent.DevicesDeleted(fixture.connection, List.of("unknown")));
		assertTrue(once.sameDevices(contents()));
	}

	@Test
	void whatSomebodyReadsIsListedAndADeviceThatIsNotListedIsNotByThat() throws Exception {
		HubContents before = load();
		String id = before.pages().get(1).get(7).deviceId();
		tell(new HubEvent.DevicesRead(fixture.connection, List.of(device(id, DeviceStatus.DISABLED), device("x", DeviceStatus.DISABLED))));
		assertEquals(ids(before), ids(contents()));
		assertEquals(DeviceStatus.DISABLED, contents().pages().get(1).get(7).status());
		tell(new HubEvent.DevicesCreated(fixture.connection, List.of(device("y", DeviceStatus.ENABLED))));
		tell(new HubEvent.DevicesRead(fixture.connection, List.of(device("y", DeviceStatus.DISABLED))));
		List<DeviceSummary> last = contents().pages().get(contents().pages().size() - 1);
		assertEquals("y", last.get(last.size() - 1).deviceId());
		assertEquals(DeviceStatus.DISABLED, last.get(last.size() - 1).status());
	}

	@Test
	void aReadingThatMayBeOlderThanAChangeFromHereIsNotTold() throws Exception {
		IotHubCore core = fixture.cores.core;
		core.operations().run(new CreateDeviceOperation(fixture.connection, device("d1", DeviceStatus.ENABLED)), new NullProgressMonitor());
		Queue<HubEvent> told = new ConcurrentLinkedQueue<>();
		core.events().addListener(told::add);
		core.operations().run(new GetDeviceOperation(fixture.connection, "d1"), new NullProgressMonitor());
		assertEquals(1, told.stream().filter(HubEvent.DevicesRead.class::isInstance).count());
		core.exchanges().addListener((hub, exchange) -> tell(new HubEvent.DevicesChanged(fixture.connection, List.of(device("d1", DeviceStatus.DISABLED)))));
		told.clear();
		core.operations().run(new GetDeviceOperation(fixture.connection, "d1"), new NullProgressMonitor());
		assertEquals(0, told.stream().filter(HubEvent.DevicesRead.class::isInstance).count(), told::toString);
	}

	@Test
	void aDeviceIsTheSameHoweverItBecameKnown() throws Exception {
		load();
		fixture.cores.core.operations().run(new CreateDeviceOperation(fixture.connection, device("new", DeviceStatus.ENABLED)),
				new NullProgressMonitor());
		DeviceSummary told = contents().pages().get(contents().pages().size() - 1).stream().reduce((one, last) -> last).orElseThrow();
		HubContents listed = load();
		assertEquals("new", told.deviceId());
		assertTrue(listed.pages().stream().anyMatch(page -> page.contains(told)), () -> told + " is listed in another way");
	}

	@Test
	void changesWhileItLoadsAreInWhatItLoaded() throws Exception {
		HubContents before = load();
		String gone = ids(before).get(DEVICES - 1);
		inventory.refresh(fixture.connection);
		tell(new HubEvent.DevicesCreated(fixture.connection, List.of(device("meanwhile", DeviceStatus.ENABLED))));
		tell(new HubEvent.DevicesDeleted(fixture.connection, List.of(gone)));
		assertTrue(ids(contents()).contains("meanwhile"), "and at once in what is shown");
		HubContents after = await(hub -> hub.phase() == Phase.LOADED && !hub.loadedAt().equals(before.loadedAt()));
		assertTrue(ids(after).contains("meanwhile") && !ids(after).contains(gone));
		assertEquals(DEVICES, after.count());
	}

	@Test
	void manyNewDevicesAreFewPages() throws Exception {
		int pages = load().pages().size();
		for (int i = 0; i < 500; i++) {
			tell(new HubEvent.DevicesCreated(fixture.connection, List.of(device("n" + i, DeviceStatus.ENABLED))));
			contents();
		}
		assertEquals(DEVICES + 500, contents().count());
		assertTrue(contents().pages().size() <= pages + 1, () -> contents().pages().size() + " pages");
	}

	@Test
	void aRefreshThatFailsKeepsTheDevicesAsOlderOnes() throws Exception {
		HubContents before = load();
		fixture.stop();
		inventory.refresh(fixture.connection);
		HubContents after = await(hub -> hub.phase() == Phase.FAILED);
		assertTrue(after.stale() && after.failure() != null);
		assertTrue(before.sameDevices(after));
	}

	@Test
	void aConnectionThatIsRemovedIsForgotten() throws Exception {
		load();
		fixture.cores.core.connections().remove(fixture.connection);
		assertEquals(List.of(), inventory.all());
	}

	/**
	 * Who cancels a job tells its listeners, and waits for those who hear of it elsewhere for three seconds, which Eclipse takes for a deadlock:
	 * the others must be able to ask and to change what is known meanwhile.
	 */
	@Test
	void whoCancelsALoadHoldsNobodyUp() throws Exception {
		Queue<Integer> answers = new ConcurrentLinkedQueue<>();
		JobChangeAdapter listener = new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				if (event.getJob() instanceof HubJob<?>) {
					Future<Integer> asked = other.submit(() -> inventory.all().size());
					try {
						answers.add(asked.get(2, TimeUnit.SECONDS));
					} catch (Exception e) {
						throw new AssertionError("the inventory does not answer while it cancels a load", e);
					}
				}
			}
		};
		Job.getJobManager().addJobChangeListener(listener);
		Job.getJobManager().suspend();
		try {
			inventory.refresh(fixture.connection);
			tell(new HubEvent.ConnectionChanged(fixture.connection));
			inventory.refresh(fixture.connection);
			tell(new HubEvent.ConnectionRemoved(fixture.connection));
			inventory.refresh(fixture.connection);
			inventory.close();
		} finally {
			Job.getJobManager().resume();
			Job.getJobManager().removeJobChangeListener(listener);
		}
		assertEquals(6, answers.size(), "loads and counts that were cancelled while somebody else asked");
	}

	/** Whoever comes first: a close that meets a refresh half-way must not let it read all devices for nobody. */
	@Test
	void noLoadOutlivesTheInventory(@TempDir Path folder) throws Exception {
		Queue<HubJob<?>> done = new ConcurrentLinkedQueue<>();
		JobChangeAdapter listener = new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				if (event.getJob() instanceof HubJob<?> job) {
					done.add(job);
				}
			}
		};
		Job.getJobManager().addJobChangeListener(listener);
		// a list that takes longer than it takes to close
		try (HubFixture many = HubFixture.start(folder, settings -> settings.withSampleDevices(5000))) {
			for (int i = 0; i < 300; i++) {
				IotHubCore core = many.cores.core;
				HubInventory shortLived = new HubInventory(core.connections(), core.operations(), core.events(), core.localHub(), () -> { });
				CyclicBarrier together = new CyclicBarrier(2);
				Future<?> refresh = other.submit(() -> {
					together.await();
					shortLived.refresh(many.connection);
					return null;
				});
				together.await();
				shortLived.close();
				refresh.get();
			}
			Job.getJobManager().join(many.connection.id(), null);
		} finally {
			Job.getJobManager().removeJobChangeListener(listener);
		}
		assertEquals(0, done.stream().filter(job -> job.result() != null).count(), "loads that came to their end");
	}

	/** An import of n devices must not cost n times the length of the list. */
	@Test
	void theCostOfAnEventDoesNotGrowWithTheList() throws Exception {
		load();
		int events = 20_000;
		List<HubEvent> created = IntStream.range(0, events).<HubEvent>mapToObj(
				i -> new HubEvent.DevicesCreated(fixture.connection, List.of(device("n" + i, DeviceStatus.ENABLED)))).toList();
		long begin = System.nanoTime();
		created.forEach(this::tell);
		int count = contents().count();
		long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
		System.out.println(events + " devices created in a list of " + DEVICES + " were taken over in " + millis + " ms");
		assertEquals(DEVICES + events, count);
		assertTrue(millis < 5_000, () -> millis + " ms");
	}
}
