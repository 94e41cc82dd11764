// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.GetTwinToEditOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.core.operations.TwinToEdit;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;

/** Twins that are read and changed at a real local hub. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TwinOperationsTest {

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(0));

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private Twin get(String id) throws CoreException {
		return run(new GetTwinOperation(fixture.connection, ClientId.device(id)));
	}

	@Test
	void aChangeIsMadeOfTheTwinThatWasSeenAndOfNoOther() throws Exception {
		run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("d1").build()));
		Twin seen = get("d1");
		List<HttpExchange> exchanges = new CopyOnWriteArrayList<>();
		fixture.cores.core.exchanges().addListener((connection, exchange) -> exchanges.add(exchange));
		Twin changed = run(new PatchTwinOperation(fixture.connection, seen, new TwinPatch("{\"site\":\"A\"}", "{\"gain\":1.0}")));
		assertEquals("{\"site\":\"A\"}", changed.tags());
		assertEquals("{\"gain\":1.0}", changed.desired().json());
		assertNotEquals(seen.etag(), changed.etag());
		assertEquals('"' + seen.etag() + '"', exchanges.get(0).requestHeaders().get("If-Match"));
		HubStatusCode code = HubStatus.code(assertThrows(CoreException.class,
				() -> run(new PatchTwinOperation(fixture.connection, seen, TwinPatch.ofTags("{\"site\":\"B\"}")))).getStatus());
		assertEquals(HubStatusCode.CHANGED_MEANWHILE, code);
		assertEquals("{\"site\":\"A\"}", get("d1").tags());
	}

	@Test
	void aDeviceThatWasMadeAnewIsAnotherOneThoughItsEtagsAreTheSame() throws Exception {
		DeviceIdentity old = run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("d1").build()));
		TwinToEdit seen = run(new GetTwinToEditOperation(fixture.connection, ClientId.device("d1")));
		assertEquals(old.generationId(), seen.generation());
		run(new DeleteDevicesOperation(fixture.connection, List.of("d1")));
		run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("d1").build()));
		assertEquals(seen.twin().etag(), get("d1").etag(), "If-Match does not tell them apart");
		assertEquals(HubStatusCode.OTHER_DEVICE, refusal(new PatchTwinOperation(fixture.connection, seen, TwinPatch.ofTags("{\"site\":\"A\"}"))));
		assertEquals("{}", get("d1").tags());
		assertEquals(HubStatusCode.OTHER_DEVICE, refusal(new ReplaceDeviceOperation(fixture.connection, old, new IdentityChange.StatusReason("mine"))));
		assertEquals(null, run(new GetDeviceOperation(fixture.connection, "d1")).statusReason());
	}

	private HubStatusCode refusal(HubOperation<?> operation) {
		return HubStatus.code(assertThrows(CoreException.class, () -> run(operation)).getStatus());
	}

	@Test
	void aDeviceThatIsGoneIsToldApart() {
		assertEquals(HubStatusCode.NOT_FOUND, HubStatus.code(assertThrows(CoreException.class, () -> get("none")).getStatus()));
	}
}
