// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.IdentityTask;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;

/** Changes of one identity and of many, at a real local hub. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class UpdateDevicesTest {

	private static final int DEVICES = 250;
	private static final IdentityChange DISABLE = new IdentityChange.Disable("recalled");

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(DEVICES));
	private final List<HttpExchange> exchanges = new CopyOnWriteArrayList<>();

	@BeforeEach
	void listen() {
		fixture.cores.core.exchanges().addListener((connection, exchange) -> {
			if (connection.equals(fixture.connection)) {
				exchanges.add(exchange);
			}
		});
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private DeviceIdentity create(String id) throws CoreException {
		return run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder(id).build()));
	}

	private DeviceIdentity get(String id) throws CoreException {
		return run(new GetDeviceOperation(fixture.connection, id));
	}

	private TaskOutcome change(IdentityChange change, String... ids) throws CoreException {
		return run(new UpdateDevicesOperation(fixture.connection, List.of(ids), change));
	}

	private static SymmetricKeys keys(DeviceIdentity device) {
		return assertInstanceOf(SymmetricKeys.class, device.authentication());
	}

	private static List<String> samples() {
		return IntStream.rangeClosed(1, DEVICES).mapToObj("sensor-%04d"::formatted).toList();
	}

	@Test
	void aDisabledDeviceIsToldAsItIsThenAndKeepsItsKeys() throws Exception {
		DeviceIdentity before = create("d1");
		assertEquals(List.of("d1"), change(DISABLE, "d1").ids(Result.DONE));
		DeviceIdentity after = get("d1");
		assertEquals(DeviceStatus.DISABLED, after.status());
		assertEquals("recalled", after.statusReason());
		assertEquals(before.authentication(), after.authentication(), "keys that the device has already");
		assertEquals(after, fixture.cores.events(HubEvent.DevicesChanged.class).get(0).devices().get(0));
		change(new IdentityChange.Enable(), "d1");
		assertEquals(DeviceStatus.ENABLED, get("d1").status());
		assertNull(get("d1").statusReason(), "why it was disabled");
	}

	@Test
	void aReasonIsKeptWhereNoneIsGiven() throws Exception {
		create("d1");
		change(new IdentityChange.StatusReason("spare part"), "d1");
		change(new IdentityChange.Disable(null), "d1");
		assertEquals("spare part", get("d1").statusReason());
		change(new IdentityChange.StatusReason(""), "d1");
		assertNull(get("d1").statusReason());
	}

	@Test
	void aDeviceThatIsSoAlreadyIsNotWritten() throws Exception {
		DeviceIdentity device = create("d1");
		assertEquals(List.of("d1"), change(new IdentityChange.Enable(), "d1").ids(Result.DONE));
		assertEquals(device.etag(), get("d1").etag());
	}

	@Test
	void aKeyIsRegeneratedAloneAndTheOldOneNoLongerOpens() throws Exception {
		SymmetricKeys before = keys(create("d1"));
		change(new IdentityChange.RegenerateKey(KeySlot.PRIMARY), "d1");
		SymmetricKeys after = keys(get("d1"));
		assertNotEquals(before.primary(), after.primary());
		assertEquals(before.secondary(), after.secondary());
		change(new IdentityChange.SwapKeys(), "d1");
		assertEquals(new SymmetricKeys(after.secondary(), after.primary()), keys(get("d1")));
		change(new IdentityChange.RegenerateKey(KeySlot.SECONDARY), "d1");
		assertEquals(before.secondary(), keys(get("d1")).primary());
		DeviceMessage message = DeviceMessage.builder().body("hello".getBytes(StandardCharsets.UTF_8)).build();
		assertEquals(204, run(new SendMessageOperation(fixture.connection, "d1", message)).status());
	}

	@Test
	void aDeviceWithoutKeysIsLeftAsItIsAndTheOthersAreDone() throws Exception {
		run(new CreateDeviceOperation(fixture.connection,
				DeviceIdentity.builder("x509").authentication(new CertificateAuthority()).build()));
		create("d1");
		create("d2");
		TaskOutcome outcome = change(new IdentityChange.SwapKeys(), "d1", "x509", "d2");
		assertEquals(List.of("d1", "d2"), outcome.ids(Result.DONE));
		assertEquals(ItemOutcome.left("x509", "it has no symmetric keys"), outcome.items().get(1));
	}

	@Test
	void howADeviceProvesWhoItIsCanBeChangedForthAndBack() throws Exception {
		DeviceIdentity before = create("d1");
		create("d2");
		change(new IdentityChange.Authentication(new CertificateAuthority()), "d1", "d2");
		assertEquals(new CertificateAuthority(), get("d1").authentication());
		change(new IdentityChange.Authentication(SymmetricKeys.generatedByHub()), "d1", "d2");
		assertNotNull(keys(get("d1")).primary());
		assertNotEquals(keys(get("d1")), keys(get("d2")), "each has keys of its own");
		assertNotEquals(before.authentication(), get("d1").authentication());
	}

	@Test
	void devicesAreTakenBelowAnEdgeDeviceAndAwayFromIt() throws Exception {
		String scope = run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("edge").iotEdge(true).build())).deviceScope();
		run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("below").iotEdge(true).build()));
		create("leaf");
		TaskOutcome outcome = change(new IdentityChange.Parent(scope), "edge", "below", "leaf");
		assertEquals(List.of("below", "leaf"), outcome.ids(Result.DONE));
		assertEquals(List.of("edge"), outcome.ids(Result.LEFT), "none is above itself");
		assertEquals(scope, get("leaf").deviceScope());
		assertEquals(List.of(scope), get("below").parentScopes());
		change(new IdentityChange.Parent(null), "below", "leaf");
		assertNull(get("leaf").deviceScope());
		assertEquals(List.of(), get("below").parentScopes());
	}

	@Test
	void manyAreWrittenInCallsOfAHundred() throws Exception {
		TaskOutcome outcome = run(new UpdateDevicesOperation(fixture.connection, samples(), DISABLE));
		assertEquals(samples(), outcome.ids(Result.DONE), "in their order");
		assertEquals(3, exchanges.stream().filter(exchange -> exchange.method().equals("POST")).count());
		assertEquals("recalled", get("sensor-0001").statusReason());
		assertEquals("recalled", get("sensor-0250").statusReason());
		assertEquals(DEVICES, fixture.cores.events(HubEvent.DevicesChanged.class).stream()
				.flatMap(event -> event.devices().stream()).filter(device -> device.status() == DeviceStatus.DISABLED).count());
	}

	@Test
	void oneThatSomebodyElseChangesMeanwhileStaysAsTheyMadeItAndTheOthersAreDone() throws Exception {
		HubConnection other = fixture.connect("registryReadWrite");
		TaskOutcome outcome = run(new Changing(fixture.connection, List.of("sensor-0001", "sensor-0002", "sensor-0003"), device -> {
			if (device.deviceId().equals("sensor-0002")) {
				changeAs(other, device.deviceId());
			}
			return DISABLE.applyTo(device);
		}));
		assertEquals(List.of("sensor-0001", "sensor-0003"), outcome.ids(Result.DONE));
		Map<String, HubException> failures = outcome.failures();
		assertEquals(HubErrorCode.PRECONDITION_FAILED,
				assertInstanceOf(ServiceException.class, failures.get("sensor-0002")).code());
		assertEquals("mine", get("sensor-0002").statusReason());
		assertEquals(List.of(), outcome.rest(true), "it is not written over by doing the rest");
	}

	/** What somebody else does between the read and the write of a task. */
	private void changeAs(HubConnection other, String id) {
		try {
			run(new UpdateDevicesOperation(other, List.of(id), new IdentityChange.StatusReason("mine")));
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}

	private record Changing(HubConnection connection, List<String> ids, UnaryOperator<DeviceIdentity> change)
			implements HubOperation<TaskOutcome> {

		@Override
		public String title() {
			return "Changing";
		}

		@Override
		public Kind kind() {
			return Kind.READ;
		}

		@Override
		public TaskOutcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
			return new IdentityTask(ids, change, new IdentityTask.Listener() {
				@Override
				public void changed(List<DeviceIdentity> devices) {
					// the outcome says it
				}

				@Override
				public void gone(List<String> deviceIds) {
					// the outcome says it
				}
			}).run(session, monitor, cancellation);
		}
	}

	@Test
	void whatSomebodyHasSeenIsNotWrittenOverWhatCameAfterIt() throws Exception {
		DeviceIdentity seen = create("d1");
		change(new IdentityChange.StatusReason("theirs"), "d1");
		CoreException refused = assertThrows(CoreException.class,
				() -> run(new ReplaceDeviceOperation(fixture.connection, seen, new IdentityChange.StatusReason("mine"))));
		assertEquals(HubStatusCode.CHANGED_MEANWHILE, HubStatus.code(refused.getStatus()));
		assertEquals("theirs", get("d1").statusReason());
		run(new ReplaceDeviceOperation(fixture.connection, get("d1"), new IdentityChange.StatusReason("mine")));
		assertEquals("mine", get("d1").statusReason());
	}

	@Test
	void oneThatIsGoneIsToldAndTheOthersAreDone() throws Exception {
		TaskOutcome outcome = change(DISABLE, "sensor-0001", "gone", "sensor-0003");
		assertEquals(List.of("sensor-0001", "sensor-0003"), outcome.ids(Result.DONE));
		assertEquals(List.of("gone"), List.copyOf(outcome.failures().keySet()));
		assertEquals(List.of("gone"), fixture.cores.events(HubEvent.DevicesDeleted.class).get(0).deviceIds());
		assertEquals(List.of(), outcome.rest(true));
	}

	@Test
	void aHubThatFailsInTheMiddleEndsItAndTheRestIsNotTried() throws Exception {
		fixture.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", new FaultEffect.Status(403, "IotHubQuotaExceeded")).withSkip(1)));
		TaskOutcome outcome = run(new UpdateDevicesOperation(fixture.connection, samples(), DISABLE));
		assertFalse(outcome.cancelled());
		assertEquals(samples().subList(0, 100), outcome.ids(Result.DONE));
		assertEquals(samples().subList(100, 200), outcome.ids(Result.FAILED));
		assertEquals(samples().subList(200, 250), outcome.ids(Result.NOT_TRIED));
		assertEquals(samples().subList(100, 250), outcome.rest(false));
	}

	@Test
	void aHubThatIsOffFailsAtOnceAndNothingElseIsTried() throws Exception {
		fixture.hub().close();
		TaskOutcome outcome = run(new UpdateDevicesOperation(fixture.connection, samples(), DISABLE));
		assertEquals(samples().subList(0, 100), outcome.ids(Result.FAILED));
		assertEquals(samples().subList(100, 250), outcome.ids(Result.NOT_TRIED));
	}

	@Test
	void whatWasDoneBeforeACancelIsKept() throws Exception {
		fixture.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", new FaultEffect.Delay(Duration.ofMinutes(1))).withSkip(1)));
		HubJob<TaskOutcome> job = fixture.cores.core.operations()
				.job(new UpdateDevicesOperation(fixture.connection, samples(), DISABLE));
		CountDownLatch first = fixture.cores.told(HubEvent.DevicesChanged.class, 1);
		CountDownLatch secondRead = new CountDownLatch(200);
		fixture.cores.core.exchanges().addListener((connection, exchange) -> {
			if (exchange.method().equals("GET")) {
				secondRead.countDown();
			}
		});
		job.schedule();
		first.await();
		secondRead.await();
		job.cancel();
		job.join();
		TaskOutcome outcome = job.result();
		assertEquals(IStatus.CANCEL, job.outcome().getSeverity());
		assertNotNull(outcome);
		assertTrue(outcome.cancelled());
		assertEquals(samples().subList(0, 100), outcome.ids(Result.DONE));
		assertEquals(samples().subList(200, 250), outcome.ids(Result.NOT_TRIED).subList(outcome.ids(Result.NOT_TRIED).size() - 50,
				outcome.ids(Result.NOT_TRIED).size()));
		List<String> asked = new ArrayList<>(outcome.ids(Result.UNKNOWN));
		assertTrue(asked.isEmpty() || asked.equals(samples().subList(100, 200)), asked.toString());
		assertEquals(outcome.ids(Result.NOT_TRIED), outcome.rest(false), "what may have been done is not done twice");
		assertEquals(samples().subList(100, 250), outcome.rest(true));
	}

	@Test
	void noExchangeShowsAKey() throws Exception {
		create("d1");
		create("d2");
		change(new IdentityChange.RegenerateKey(KeySlot.PRIMARY), "d1", "d2");
		String key = keys(get("d1")).primary().reveal();
		assertFalse(exchanges.toString().contains(key));
	}
}
