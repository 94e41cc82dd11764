// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.DeviceCopy;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.core.tasks.DeletedDevices;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.hub.LocalHubExtension;

/** Devices of a local hub that are made at another one. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DeviceCopyTest {

	@RegisterExtension
	final HubFixture source = new HubFixture();
	@RegisterExtension
	final LocalHubExtension other = new LocalHubExtension();
	@RegisterExtension
	final HubFixture lagging = new HubFixture(settings -> settings.withConditions(settings.conditions().withQueryLag(Duration.ofHours(1))));
	private HubConnection target;

	@BeforeEach
	void connect() throws Exception {
		HubConnectionString string = HubConnectionString.parse(other.hub().connectionString("iothubowner"));
		target = HubConnection.create("Target", string.host(), "iothubowner").withCaCertificate(other.hub().caCertificate().toString());
		source.cores.core.connections().save(target, (SharedAccessKey) string.credential());
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return source.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private DeviceCopy copy(String... ids) {
		return new DeviceCopy(source.cores.core.operations(), source.connection, target, List.of(ids));
	}

	private static List<String> outline(TaskOutcome outcome) {
		return outcome.items().stream().map(item -> item.id() + " " + item.result()).toList();
	}

	@Test
	void aDeviceIsMadeWithItsKeysTagsAndDesiredProperties() throws Exception {
		DeviceIdentity device = DeviceIdentity.builder("d1").status(DeviceStatus.DISABLED).statusReason("spare").build();
		run(new CreateDevicesOperation(source.connection, List.of(device), new TwinContent("{\"site\":\"north\"}", "{\"interval\":5}")));
		DeviceCopy copy = copy("d1");
		assertEquals(List.of("d1 DONE"), outline(copy.check(null)));
		assertEquals(0, run(new StatisticsOperation(target)).total(), "a check changes nothing");
		assertTrue(copy.isLeftToDo());
		assertEquals(List.of("d1 DONE"), outline(copy.run(null)));
		assertFalse(copy.isLeftToDo());
		DeviceIdentity before = run(new GetDeviceOperation(source.connection, "d1"));
		DeviceIdentity there = run(new GetDeviceOperation(target, "d1"));
		assertEquals(before.authentication(), there.authentication());
		assertEquals("spare", there.statusReason());
		assertEquals(DeviceStatus.DISABLED, there.status());
		assertEquals(ConnectionState.DISCONNECTED, there.connectionState());
		Twin twin = run(new GetTwinOperation(target, ClientId.device("d1")));
		assertEquals("{\"site\":\"north\"}", twin.tags());
		assertTrue(twin.desired().json().contains("\"interval\":5"), twin.desired().json());
	}

	@Test
	void theCheckTellsWhatIsThereAlreadyAndWhatStaysBehind() throws Exception {
		for (String id : List.of("free", "taken", "with-modules")) {
			run(new CreateDeviceOperation(source.connection, DeviceIdentity.builder(id).build()));
		}
		run(new CreateModuleOperation(source.connection, ModuleIdentity.of("with-modules", "camera")));
		DeviceIdentity taken = run(new CreateDeviceOperation(target, DeviceIdentity.builder("taken").build()));
		DeviceCopy copy = copy("free", "taken", "with-modules", "gone");
		TaskOutcome plan = copy.check(null);
		assertEquals(List.of("free DONE", "taken EXISTS", "with-modules DONE", "gone FAILED"), outline(plan));
		assertEquals("Its module identity is not copied.", plan.items().get(2).reason());
		assertEquals(plan.ids(Result.DONE), copy.run(null).ids(Result.DONE));
		assertEquals(taken.authentication(), run(new GetDeviceOperation(target, "taken")).authentication(), "it stays as it is");
	}

	@Test
	void whoIsBelowAnEdgeDeviceComesAlongWithIt() throws Exception {
		String scope = run(new CreateDeviceOperation(source.connection, DeviceIdentity.builder("edge").iotEdge(true).build())).deviceScope();
		run(new CreateDeviceOperation(source.connection, DeviceIdentity.builder("leaf").deviceScope(scope).build()));
		TaskOutcome alone = copy("leaf").check(null);
		assertEquals(List.of("leaf LEFT"), outline(alone));
		assertEquals("Its parent edge is not at Target: copy it too.", alone.items().get(0).reason());
		DeviceCopy copy = copy("leaf", "edge");
		assertEquals(List.of("leaf DONE", "edge DONE"), outline(copy.check(null)));
		assertEquals(List.of("leaf DONE", "edge DONE"), outline(copy.run(null)));
		String now = run(new GetDeviceOperation(target, "edge")).deviceScope();
		assertNotEquals(scope, now);
		assertEquals(now, run(new GetDeviceOperation(target, "leaf")).deviceScope());
	}

	@Test
	void whenTheTargetFailsInTheMiddleTheRestIsMadeByTheSameCopy() throws Exception {
		List<String> ids = IntStream.range(0, 450).mapToObj("d%03d"::formatted).toList();
		run(new CreateDevicesOperation(source.connection, ids.stream().map(id -> DeviceIdentity.builder(id).build()).toList(), null));
		DeviceCopy copy = copy(ids.toArray(String[]::new));
		assertEquals(450, copy.check(null).ids(Result.DONE).size());
		other.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", new FaultEffect.Status(401, "IotHubUnauthorizedAccess")).withSkip(2)));
		Map<Result, Long> first = counts(copy.run(null));
		assertTrue(first.getOrDefault(Result.DONE, 0L) < 450, first.toString());
		assertTrue(copy.isLeftToDo());
		other.hub().inject(FaultPlan.NONE);
		assertEquals(Map.of(Result.DONE, 450L), counts(copy.run(null)));
		assertEquals(450, run(new StatisticsOperation(target)).total());
	}

	@Test
	void aDeviceIsNotDeletedWhereBothConnectionsLeadToOneHub() throws Exception {
		HubConnectionString string = HubConnectionString.parse(lagging.hub().connectionString("iothubowner"));
		HubConnection alias = HubConnection.create("Alias", new HubHost("localhost", string.host().port()), "iothubowner")
				.withCaCertificate(lagging.hub().caCertificate().toString());
		lagging.cores.core.connections().save(alias, (SharedAccessKey) string.credential());
		HubOperations operations = lagging.cores.core.operations();
		operations.run(new CreateDeviceOperation(lagging.connection, DeviceIdentity.builder("d1").build()), null);
		DeviceCopy copy = new DeviceCopy(operations, lagging.connection, alias, List.of("d1"));
		assertEquals(List.of("d1 DONE"), outline(copy.check(null)), "queries do not know it yet");
		lagging.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", FaultEffect.Break.DROP_BEFORE).withTimes(1)));
		assertEquals(List.of("d1 DONE"), outline(copy.run(null)), "it is there as it was to be made, after a try whose answer was lost");
		DeletedDevices kept = new DeletedDevices();
		TaskOutcome gone = copy.deleteAtSource(List.of("d1"), kept, null);
		assertEquals(List.of("d1 LEFT"), outline(gone));
		assertEquals("Alias and iothubowner are the same hub.", gone.items().get(0).reason());
		assertEquals(List.of(), kept.ids());
		assertEquals("d1", operations.run(new GetDeviceOperation(lagging.connection, "d1"), null).deviceId());
	}

	@Test
	void onlyWhatIsAtTheTargetAsItIsAtTheSourceIsDeletedThere() throws Exception {
		List<String> ids = List.of("moved", "rekeyed", "tagged", "lost");
		for (String id : ids) {
			run(new CreateDeviceOperation(source.connection, DeviceIdentity.builder(id).build()));
		}
		DeviceCopy copy = copy(ids.toArray(String[]::new));
		copy.check(null);
		run(new UpdateDevicesOperation(source.connection, List.of("rekeyed"), new IdentityChange.Disable(null)));
		run(new PatchTwinOperation(source.connection, run(new GetTwinOperation(source.connection, ClientId.device("tagged"))),
				TwinPatch.ofTags("{\"site\":\"north\"}")));
		assertEquals(4, copy.run(null).ids(Result.DONE).size());
		run(new DeleteDevicesOperation(target, List.of("lost")));
		DeletedDevices kept = new DeletedDevices();
		TaskOutcome gone = copy.deleteAtSource(ids, kept, null);
		assertEquals(List.of("moved DONE", "rekeyed LEFT", "tagged LEFT", "lost LEFT"), outline(gone));
		assertEquals("It was changed at iothubowner after it was read, so that Target has it as it was before.", gone.items().get(1).reason());
		assertEquals("It could not be found at Target again.", gone.items().get(3).reason());
		assertEquals(3, run(new StatisticsOperation(source.connection)).total());
		assertEquals(List.of("moved"), kept.ids());
	}

	private static Map<Result, Long> counts(TaskOutcome outcome) {
		return outcome.items().stream().collect(Collectors.groupingBy(ItemOutcome::result, Collectors.counting()));
	}
}
