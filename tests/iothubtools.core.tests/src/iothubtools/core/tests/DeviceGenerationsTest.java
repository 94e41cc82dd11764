// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.DeviceGenerations;
import iothubtools.core.inventory.DeviceGenerations.Seen;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.ReadGenerationsOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.tests.support.time.Eventually;

/** The generations of devices that somebody looks at, of a real local hub. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DeviceGenerationsTest {

	private static final Instant LISTED = Instant.parse("2026-11-30T12:00:00Z");
	private static final String ID = "sensor-0007";

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(60));
	private final List<String> calls = new CopyOnWriteArrayList<>();
	private DeviceGenerations generations;

	@BeforeEach
	void prepare() {
		IotHubCore core = fixture.cores.core;
		core.exchanges().addListener((hub, exchange) -> calls.add(exchange.method() + " " + exchange.target()));
		generations = new DeviceGenerations(core.operations(), core.events(), () -> {
			// tests look again and again
		});
	}

	@AfterEach
	void stop() {
		generations.close();
	}

	@Test
	void ofAHubWithFewDevicesOneCallTellsThemAll() throws Exception {
		generations.show(List.of(seen(fixture.connection, ids(1, 5), true)));
		String generation = known(ID);
		assertTrue(generation.matches("[0-9]{18}"), generation);
		assertEquals(1, calls.size(), calls::toString);
		assertTrue(calls.get(0).startsWith("GET /devices?top=1000"), calls::toString);
		assertEquals(generation, get(ID).generationId());
		// what is new is asked for alone
		elsewhere("new");
		calls.clear();
		generations.show(List.of(seen(fixture.connection, List.of(ID, "new"), true)));
		known("new");
		assertTrue(calls.get(0).startsWith("GET /devices/new?"), calls::toString);
		assertEquals(1, calls.size(), calls::toString);
	}

	@Test
	void ofManyThoseAreReadThatSomebodyLooksAt() throws Exception {
		generations.show(List.of(seen(fixture.connection, ids(1, 40), false)));
		for (String id : ids(1, 40)) {
			known(id);
		}
		assertEquals(40, calls.size(), calls::toString);
		assertNull(generations.of(fixture.connection, "sensor-0041"));
		// nobody looks at those any more, and they are known
		generations.show(List.of(seen(fixture.connection, ids(30, 45), false)));
		known("sensor-0045");
		assertEquals(45, calls.size(), calls::toString);
		generations.show(List.of(seen(fixture.connection, List.of("no-such-device"), false)));
		assertEquals("", known("no-such-device"));
	}

	@Test
	void whatIsDeletedAndCreatedFromHereIsAnotherAtOnce() throws Exception {
		generations.show(List.of(seen(fixture.connection, List.of(ID), false)));
		String before = known(ID);
		run(new DeleteDevicesOperation(fixture.connection, List.of(ID)));
		assertNull(generations.of(fixture.connection, ID));
		calls.clear();
		DeviceIdentity again = create(fixture.connection, ID);
		assertEquals(again.generationId(), generations.of(fixture.connection, ID));
		assertNotEquals(before, again.generationId());
		assertTrue(calls.stream().noneMatch(call -> call.startsWith("GET")), calls::toString);
	}

	@Test
	void whatSomebodyElseMakesAnewIsReadWithARefreshAndShownAsItWasUntilThen() throws Exception {
		generations.show(List.of(seen(fixture.connection, List.of(ID), false)));
		String before = known(ID);
		HubConnection other = fixture.connect("registryReadWrite");
		run(new DeleteDevicesOperation(other, List.of(ID)));
		String now = create(other, ID).generationId();
		assertEquals(before, generations.of(fixture.connection, ID));
		generations.outdate(fixture.connection);
		assertNotNull(generations.of(fixture.connection, ID));
		Eventually.holds("the new one's", () -> now.equals(generations.of(fixture.connection, ID)));
	}

	@Test
	void whatCannotBeReadIsToldAndTriedAgainWithAnotherListOnly() throws Exception {
		HubConnection service = fixture.connect("service");
		generations.show(List.of(seen(service, ids(1, 40), false)));
		Eventually.holds("a failure", () -> generations.failure(service) != null);
		IStatus failure = generations.failure(service);
		assertNotNull(failure);
		assertEquals(HubStatusCode.UNAUTHORIZED, HubStatus.code(failure), failure::getMessage);
		quiet();
		int tried = calls.size();
		assertTrue(tried <= 2 * ReadGenerationsOperation.AT_A_TIME, calls::toString);
		generations.show(List.of(seen(service, ids(2, 41), false)));
		quiet();
		assertEquals(tried, calls.size(), calls::toString);
		generations.show(List.of(new Seen(service, ids(2, 41), false, LISTED.plusSeconds(1))));
		Eventually.holds("another try", () -> calls.size() > tried);
		quiet();
		assertNotNull(generations.failure(service));
	}

	@Test
	void nothingIsKeptOnceNobodyWantsToSeeThem() throws Exception {
		generations.show(List.of(seen(fixture.connection, ids(1, 3), false)));
		known("sensor-0003");
		generations.show(List.of());
		assertNotNull(generations.of(fixture.connection, "sensor-0003"), "somebody may come back");
		generations.forget();
		assertNull(generations.of(fixture.connection, "sensor-0003"));
		create(fixture.connection, "new");
		assertNull(generations.of(fixture.connection, "new"));
	}

	@Test
	void whatIsUnderWayIsCancelledWhenTheHubGoes() throws Exception {
		generations.show(List.of(seen(fixture.connection, ids(1, 60), false)));
		fixture.cores.core.connections().remove(fixture.connection);
		quiet();
		assertNull(generations.of(fixture.connection, "sensor-0060"));
	}

	@Test
	void thoseOfManyDevicesAreReadAtOnceForWhoWantsThemAll() throws Exception {
		Map<String, String> read = run(new ReadGenerationsOperation(fixture.connection, ids(1, 60), false));
		assertEquals(60, read.size());
		assertEquals(get(ID).generationId(), read.get(ID));
		assertEquals(read, run(new ReadGenerationsOperation(fixture.connection, ids(1, 60), true)));
	}

	private static Seen seen(HubConnection connection, List<String> ids, boolean few) {
		return new Seen(connection, ids, few, LISTED);
	}

	private static List<String> ids(int first, int last) {
		return IntStream.rangeClosed(first, last).mapToObj(i -> String.format("sensor-%04d", i)).toList();
	}

	/** What is known of a device as soon as it is. */
	private String known(String id) {
		Eventually.holds("the generation of " + id, () -> generations.of(fixture.connection, id) != null);
		return String.valueOf(generations.of(fixture.connection, id));
	}

	private static void quiet() throws InterruptedException {
		Job.getJobManager().join(HubJob.FAMILY, null);
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private DeviceIdentity get(String id) throws CoreException {
		return run(new GetDeviceOperation(fixture.connection, id));
	}

	private DeviceIdentity create(HubConnection connection, String id) throws CoreException {
		return run(new CreateDeviceOperation(connection, DeviceIdentity.builder(id).build()));
	}

	private void elsewhere(String id) throws Exception {
		create(fixture.connect("registryReadWrite"), id);
	}
}
