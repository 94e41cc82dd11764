// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.DeleteModuleOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetDeviceWithTwinOperation;
import iothubtools.core.operations.GetModuleOperation;
import iothubtools.core.operations.GetModuleWithTwinOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ListModulesOperation;
import iothubtools.core.operations.ModuleWithTwin;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.core.operations.ReplaceModuleOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;

/** Modules that are read and changed at a real local hub. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ModuleOperationsTest {

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(0));

	private ModuleIdentity module;

	@BeforeEach
	void create() throws Exception {
		run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("d1").build()));
		module = run(new CreateModuleOperation(fixture.connection, ModuleIdentity.of("d1", "m1")));
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private IStatus refused(HubOperation<?> operation) {
		return assertThrows(CoreException.class, () -> run(operation)).getStatus();
	}

	private Set<HubRight> missing(HubConnection connection) {
		return fixture.cores.core.rights().missing(connection);
	}

	@Test
	void aChangeIsMadeOfTheModuleThatWasSeenAndOfNoOther() throws Exception {
		List<HttpExchange> exchanges = new CopyOnWriteArrayList<>();
		fixture.cores.core.exchanges().addListener((connection, exchange) -> exchanges.add(exchange));
		ModuleIdentity changed = run(new ReplaceModuleOperation(fixture.connection, module.withManagedBy("factory")));
		assertEquals("factory", changed.managedBy());
		assertEquals('"' + module.etag() + '"', exchanges.stream().filter(exchange -> exchange.method().equals("PUT")).findFirst().orElseThrow()
				.requestHeaders().get("If-Match"));
		assertEquals(module.authentication(), changed.authentication(), "its keys stay");
		assertEquals(HubStatusCode.CHANGED_MEANWHILE,
				HubStatus.code(refused(new ReplaceModuleOperation(fixture.connection, module.withManagedBy("late")))));
		assertEquals(changed, run(new GetModuleOperation(fixture.connection, "d1", "m1")));
	}

	@Test
	void theTwinOfAModuleIsChangedUnderItsEtagAndThatOfItsDeviceStays() throws Exception {
		Twin seen = run(new GetTwinOperation(fixture.connection, ClientId.module("d1", "m1")));
		run(new PatchTwinOperation(fixture.connection, seen, TwinPatch.ofTags("{\"site\":\"A\"}")));
		assertEquals(HubStatusCode.CHANGED_MEANWHILE,
				HubStatus.code(refused(new PatchTwinOperation(fixture.connection, seen, TwinPatch.ofTags("{\"site\":\"B\"}")))));
		ModuleWithTwin now = run(new GetModuleWithTwinOperation(fixture.connection, "d1", "m1"));
		assertEquals("{\"site\":\"A\"}", now.twin().tags());
		assertEquals("{}", run(new GetTwinOperation(fixture.connection, ClientId.device("d1"))).tags());
		String key = ((SymmetricKeys) module.authentication()).primary().reveal();
		assertTrue(now.maskedIdentity().contains("\"moduleId\": \"m1\""));
		assertFalse(now.maskedIdentity().contains(key), "its key");
	}

	@Test
	void whatIsReadOfIdentityAndTwinTogetherNamesTheRightThatIsMissing() throws Exception {
		for (String policy : List.of("registryRead", "service")) {
			HubConnection other = fixture.connect(policy);
			if (policy.equals("service")) {
				// its key is known to be the right one by then
				run(new GetTwinOperation(other, ClientId.device("d1")));
			}
			for (HubOperation<?> operation : List.of(new GetDeviceWithTwinOperation(other, "d1"), new GetModuleWithTwinOperation(other, "d1", "m1"))) {
				IStatus why = refused(operation);
				assertEquals(HubStatusCode.RIGHT_MISSING, HubStatus.code(why), why::getMessage);
				assertTrue(why.getMessage().contains(policy.equals("service") ? "RegistryRead" : "ServiceConnect"), why::getMessage);
			}
		}
	}

	@Test
	void modulesOfADeviceThatIsGoneSayThatItIsGone() {
		for (HubOperation<?> operation : List.of(new GetModuleOperation(fixture.connection, "none", "m1"),
				new ListModulesOperation(fixture.connection, "none"), new CreateModuleOperation(fixture.connection, ModuleIdentity.of("none", "m1")),
				new DeleteModuleOperation(fixture.connection, "none", "m1"))) {
			IStatus why = refused(operation);
			assertEquals(HubStatusCode.NOT_FOUND, HubStatus.code(why), operation::title);
			assertTrue(why.getMessage().contains("none"), why::getMessage);
		}
		assertEquals(Set.of(), missing(fixture.connection), "no right is missing");
	}

	@Test
	void modulesOfADisabledDeviceSayThatItIsDisabled() throws Exception {
		DeviceIdentity device = run(new GetDeviceOperation(fixture.connection, "d1"));
		run(new ReplaceDeviceOperation(fixture.connection, device, new IdentityChange.Disable("")));
		for (HubOperation<?> operation : List.of(new GetModuleOperation(fixture.connection, "d1", "m1"),
				new ReplaceModuleOperation(fixture.connection, module.withManagedBy("factory")))) {
			assertEquals(HubStatusCode.DEVICE_DISABLED, HubStatus.code(refused(operation)), operation::title);
		}
		assertEquals(Set.of(), missing(fixture.connection), "no right is missing");
	}

	@Test
	void aPolicyThatMayNotWriteModulesIsToldSo() throws Exception {
		HubConnection reader = fixture.connect("registryRead");
		IStatus why = refused(new ReplaceModuleOperation(reader, module.withManagedBy("factory")));
		assertTrue(missing(reader).contains(HubRight.REGISTRY_WRITE));
		assertTrue(why.getMessage().contains("registryRead"), why::getMessage);
	}
}
