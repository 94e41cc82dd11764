// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.names.ClientId;
import iothubtools.client.names.DeviceIdPattern;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.connections.CaCertificates;
import iothubtools.core.events.HubEvent;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;

/** Many devices created at a real local hub. */
class CreateDevicesOperationTest {

	@RegisterExtension
	final HubFixture fixture = new HubFixture();

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private CreateDevicesOperation operation(List<String> ids, @Nullable TwinContent twin) {
		return new CreateDevicesOperation(fixture.connection, ids.stream().map(id -> DeviceIdentity.builder(id).build()).toList(), twin);
	}

	@Test
	void createsManyInCallsOfAHundredWithKeysAndTellsThem() throws Exception {
		List<String> ids = new DeviceIdPattern("sensor-{n:03}").ids(1, 250);
		AtomicInteger calls = new AtomicInteger();
		fixture.cores.core.exchanges().addListener((connection, exchange) -> calls.incrementAndGet());
		TaskOutcome outcome = run(operation(ids, null));
		assertEquals(3, calls.get());
		assertEquals(ids, outcome.ids(Result.DONE));
		assertEquals(250, run(new StatisticsOperation(fixture.connection)).total());
		SymmetricKeys keys = assertInstanceOf(SymmetricKeys.class,
				run(new GetDeviceOperation(fixture.connection, "sensor-250")).authentication());
		assertNotNull(keys.primary());
		List<DeviceIdentity> told = new ArrayList<>();
		fixture.cores.events(HubEvent.DevicesCreated.class).forEach(event -> told.addAll(event.devices()));
		assertEquals(ids, told.stream().map(DeviceIdentity::deviceId).toList());
		assertEquals(ConnectionState.DISCONNECTED, told.get(0).connectionState());
	}

	@Test
	void idsThatExistAreToldAndLeftAsTheyAreAndTheOthersAreCreated() throws Exception {
		DeviceIdentity before = run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("s2").iotEdge(true).build()));
		TaskOutcome outcome = run(operation(List.of("s1", "s2", "s3"), null));
		assertEquals(List.of("s1", "s3"), outcome.ids(Result.DONE));
		assertEquals(Set.of("s2"), outcome.failures().keySet());
		assertEquals(HubErrorCode.DEVICE_ALREADY_EXISTS,
				assertInstanceOf(ServiceException.class, outcome.failures().get("s2")).code());
		assertEquals(before.etag(), run(new GetDeviceOperation(fixture.connection, "s2")).etag());
		assertEquals(List.of("s1", "s3"), fixture.cores.events(HubEvent.DevicesCreated.class).get(1).devices().stream()
				.map(DeviceIdentity::deviceId).toList());
	}

	@Test
	void eachBeginsWithItsTagsAndDesiredProperties() throws Exception {
		run(operation(List.of("s1", "s2"), new TwinContent("{\"site\":\"north\"}", "{\"interval\":1.0}")));
		HubConnectionString owner = HubConnectionString.parse(fixture.hub().connectionString("iothubowner"));
		try (IotHubClient client = IotHubClient.builder(owner).trust(CaCertificates.load(fixture.hub().caCertificate().toString())).build()) {
			Twin twin = client.twins().get(ClientId.device("s2")).await(new Cancellation());
			assertEquals("{\"site\":\"north\"}", twin.tags());
			assertEquals("{\"interval\":1.0}", twin.desired().json());
		}
	}

	@Test
	void aTwinThatCanBeNoneIsToldForEachAndNothingIsHalfDone() throws Exception {
		TaskOutcome outcome = run(operation(List.of("s1", "s2"), new TwinContent("{\"a.b\":1}", "{}")));
		assertEquals(Set.of("s1", "s2"), outcome.failures().keySet());
		assertEquals(0, run(new StatisticsOperation(fixture.connection)).total());
		assertEquals(List.of(), fixture.cores.events(HubEvent.DevicesCreated.class));
	}

	@Test
	void aDeviceWhoseTwinTheHubRefusesIsThereAndIsToldAsSuch() throws Exception {
		String text = "x".repeat(4000);
		// more than the 8 KB that tags may have
		String tags = "{\"a\":\"%1$s\",\"b\":\"%1$s\",\"c\":\"%1$s\"}".formatted(text);
		TaskOutcome outcome = run(operation(List.of("s1", "s2"), new TwinContent(tags, "{}")));
		assertEquals(Set.of("s1", "s2"), outcome.failures().keySet());
		HubStatus status = HubStatus.of(Objects.requireNonNull(outcome.failures().get("s1")), fixture.connection);
		assertEquals(HubStatusCode.WITHOUT_TWIN, status.hubCode());
		assertTrue(status.getMessage().startsWith("The device is registered, but "), status.getMessage());
		assertEquals(2, run(new StatisticsOperation(fixture.connection)).total());
		assertEquals(2, fixture.cores.events(HubEvent.DevicesCreated.class).get(0).devices().size(), "they are there and are shown");
	}

	@Test
	void whatWasCreatedBeforeACancelStaysAndIsTold() throws Exception {
		List<String> ids = new DeviceIdPattern("s{n}").ids(1, 500);
		fixture.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", new FaultEffect.Delay(Duration.ofMinutes(1))).withSkip(2)));
		HubJob<TaskOutcome> job = fixture.cores.core.operations().job(operation(ids, null));
		CountDownLatch twoCalls = fixture.cores.told(HubEvent.DevicesCreated.class, 2);
		job.schedule();
		twoCalls.await();
		job.cancel();
		job.join();
		TaskOutcome outcome = job.result();
		assertNotNull(outcome);
		assertTrue(outcome.cancelled());
		assertEquals(ids.subList(0, 200), outcome.ids(Result.DONE));
		assertEquals(ids.subList(200, 300), outcome.ids(Result.UNKNOWN));
		assertEquals(ids.subList(300, 500), outcome.ids(Result.NOT_TRIED));
	}
}
