// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.RestoreDevicesOperation;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.core.tasks.DeletedDevices;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;

/** Devices that were deleted and are made anew, at a real local hub. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RestoreDevicesTest {

	private static final int DEVICES = 250;

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(DEVICES));
	private final DeletedDevices deleted = new DeletedDevices();

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private DeviceIdentity create(DeviceIdentity device) throws CoreException {
		return run(new CreateDeviceOperation(fixture.connection, device));
	}

	private DeviceIdentity get(String id) throws CoreException {
		return run(new GetDeviceOperation(fixture.connection, id));
	}

	private TaskOutcome delete(String... ids) throws CoreException {
		return run(new DeleteDevicesOperation(fixture.connection, List.of(ids), deleted));
	}

	private TaskOutcome restore() throws CoreException {
		return run(new RestoreDevicesOperation(fixture.connection, deleted));
	}

	private static String[] samples() {
		return IntStream.rangeClosed(1, DEVICES).mapToObj("sensor-%04d"::formatted).toArray(String[]::new);
	}

	/** A call of the client, with a twin. */
	private record TwinOperation(HubConnection connection, String deviceId, TwinContent wanted) implements HubOperation<Twin> {

		@Override
		public String title() {
			return "Twin";
		}

		@Override
		public Kind kind() {
			return Kind.READ;
		}

		@Override
		public Twin run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
			ClientId id = ClientId.device(deviceId);
			return wanted == null ? session.client().twins().get(id).await(cancellation)
					: session.client().twins().replace(id, wanted, null).await(cancellation);
		}
	}

	@Test
	void aDeviceComesBackWithItsKeysTagsAndDesiredProperties() throws Exception {
		DeviceIdentity before = create(DeviceIdentity.builder("d1").status(DeviceStatus.DISABLED).statusReason("spare").build());
		run(new TwinOperation(fixture.connection, "d1", new TwinContent("{\"site\":\"north\"}", "{\"interval\":1.50}")));
		assertEquals(List.of("d1"), delete("d1").ids(Result.DONE));
		assertEquals(DEVICES, run(new StatisticsOperation(fixture.connection)).total());
		assertEquals(List.of("d1"), fixture.cores.events(HubEvent.DevicesDeleted.class).get(0).deviceIds());
		assertEquals(List.of("d1"), restore().ids(Result.DONE));
		DeviceIdentity after = get("d1");
		assertEquals(before.authentication(), after.authentication());
		assertEquals("spare", after.statusReason());
		assertEquals(DeviceStatus.DISABLED, after.status());
		assertNotEquals(before.generationId(), after.generationId(), "it is another device for the hub");
		Twin twin = run(new TwinOperation(fixture.connection, "d1", null));
		assertEquals("{\"site\":\"north\"}", twin.tags());
		assertEquals("{\"interval\":1.50}", twin.desired().json());
		assertEquals("d1", fixture.cores.events(HubEvent.DevicesCreated.class).get(0).devices().get(0).deviceId());
		assertEquals(List.of(), deleted.ids(), "nothing is left to be made anew");
	}

	/** For hours, perhaps: whoever reads the heap finds no key. */
	@Test
	void whatIsKeptIsEncryptedAndEachTimeInAnotherWay() throws Exception {
		create(DeviceIdentity.builder("d1").build());
		delete("d1");
		restore();
		delete("d1");
		List<byte[]> kept = sealed();
		assertEquals(2, kept.size());
		assertFalse(Arrays.equals(kept.get(0), kept.get(1)));
		for (byte[] part : kept) {
			for (int from = 0; from < 32; from++) {
				int begin = from;
				assertThrows(IOException.class, () -> new GZIPInputStream(new ByteArrayInputStream(part, begin, part.length - begin)).close());
			}
		}
	}

	private List<byte[]> sealed() throws ReflectiveOperationException {
		Field parts = DeletedDevices.class.getDeclaredField("parts");
		parts.setAccessible(true);
		List<byte[]> sealed = new ArrayList<>();
		for (Object part : (List<?>) parts.get(deleted)) {
			Method bytes = part.getClass().getDeclaredMethod("sealed");
			bytes.setAccessible(true);
			sealed.add((byte[]) bytes.invoke(part));
		}
		return sealed;
	}

	@Test
	void manyComeBack() throws Exception {
		assertTrue(delete(samples()).allDone());
		assertEquals(0, run(new StatisticsOperation(fixture.connection)).total());
		assertEquals(DEVICES, deleted.ids().size());
		assertTrue(restore().allDone());
		assertEquals(DEVICES, run(new StatisticsOperation(fixture.connection)).total());
	}

	@Test
	void whatIsThereAgainFailsAndTheOthersComeBack() throws Exception {
		delete("sensor-0001", "sensor-0002", "sensor-0003");
		create(DeviceIdentity.builder("sensor-0002").build());
		TaskOutcome outcome = restore();
		assertEquals(List.of("sensor-0001", "sensor-0003"), outcome.ids(Result.DONE));
		assertEquals(Set.of("sensor-0002"), outcome.failures().keySet());
		assertEquals(List.of("sensor-0002"), deleted.ids());
	}

	@Test
	void onlyWhatWasDeletedIsKept() throws Exception {
		TaskOutcome outcome = delete("sensor-0001", "gone", "sensor-0003");
		assertEquals(Set.of("gone"), outcome.failures().keySet());
		assertEquals(List.of("sensor-0001", "sensor-0003"), deleted.ids());
	}

	@Test
	void whatMayBeGoneAfterACancelIsKept() throws Exception {
		fixture.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", new FaultEffect.Delay(Duration.ofMinutes(1))).withSkip(1)));
		HubJob<TaskOutcome> job = fixture.cores.core.operations()
				.job(new DeleteDevicesOperation(fixture.connection, List.of(samples()), deleted));
		CountDownLatch first = fixture.cores.told(HubEvent.DevicesDeleted.class, 1);
		CountDownLatch read = new CountDownLatch(400);
		fixture.cores.core.exchanges().addListener((connection, exchange) -> {
			if (exchange.method().equals("GET")) {
				read.countDown();
			}
		});
		job.schedule();
		first.await();
		read.await();
		job.cancel();
		job.join();
		TaskOutcome outcome = job.result();
		assertNotNull(outcome);
		assertTrue(outcome.cancelled());
		assertEquals(100, outcome.ids(Result.DONE).size());
		assertEquals(100 + outcome.ids(Result.UNKNOWN).size(), deleted.ids().size());
	}

	@Test
	void devicesBelowAnEdgeDeviceComeBackBelowIt() throws Exception {
		DeviceIdentity edge = create(DeviceIdentity.builder("edge").iotEdge(true).build());
		create(DeviceIdentity.builder("leaf").deviceScope(edge.deviceScope()).build());
		delete("leaf", "edge");
		assertEquals(List.of(), List.copyOf(restore().failures().keySet()));
		assertEquals(get("edge").deviceScope(), get("leaf").deviceScope());
	}

	/** Each of them has a new scope, which those below must be put into, also when they are made anew by another undo. */
	@Test
	void devicesBelowOneThatCameBackBeforeComeBackBelowIt() throws Exception {
		DeviceIdentity upper = create(DeviceIdentity.builder("upper").iotEdge(true).build());
		DeviceIdentity lower = create(DeviceIdentity.builder("a-lower").iotEdge(true).parentScopes(List.of(upper.deviceScope())).build());
		create(DeviceIdentity.builder("leaf").deviceScope(lower.deviceScope()).build());
		DeletedDevices first = new DeletedDevices();
		run(new DeleteDevicesOperation(fixture.connection, List.of("leaf"), first));
		delete("a-lower", "upper");
		assertEquals(List.of(), List.copyOf(restore().failures().keySet()));
		assertEquals(List.of(), List.copyOf(run(new RestoreDevicesOperation(fixture.connection, first)).failures().keySet()));
		assertEquals(List.of(get("upper").deviceScope()), get("a-lower").parentScopes());
		assertEquals(get("a-lower").deviceScope(), get("leaf").deviceScope());
	}

	/** A connection may lead to another hub when it is time to undo. */
	@Test
	void nothingIsMadeInAnotherHub() throws Exception {
		delete("sensor-0001");
		HubConnection before = fixture.connection;
		fixture.cores.core.connections().save(new HubConnection(before.id(), before.name(), HubHost.parse("elsewhere.example"), before.kind(),
				before.caCertificate()), fixture.cores.core.connections().key(before));
		CoreException refused = assertThrows(CoreException.class, this::restore);
		assertTrue(refused.getMessage().contains("another hub"), refused.getMessage());
		assertEquals(List.of("sensor-0001"), deleted.ids());
	}

	@Test
	void aPolicyThatMayNotReadTwinsKeepsIdentitiesAndSaysSo() throws Exception {
		HubConnection registry = fixture.connect("registryReadWrite");
		TaskOutcome outcome = run(new DeleteDevicesOperation(registry, List.of("sensor-0001", "sensor-0002"), deleted));
		assertTrue(outcome.allDone(), outcome.failures().toString());
		assertTrue(deleted.withoutTwins());
		assertTrue(run(new RestoreDevicesOperation(registry, deleted)).allDone());
		assertFalse(get("sensor-0001").deviceId().isEmpty());
	}
}
