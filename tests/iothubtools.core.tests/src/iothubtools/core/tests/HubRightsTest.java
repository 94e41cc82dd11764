// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.ListDevicesOperation;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.tests.support.time.Eventually;

/** What is learnt of the rights of policies disables commands, so that it must not outlast what it is about. */
class HubRightsTest {

	private static final SharedAccessKey WRONG = SharedAccessKey.parse("AAECAwQFBgcICQoLDA0ODw==");

	@RegisterExtension
	final HubFixture fixture = new HubFixture();

	private void run(HubOperation<?> operation) throws CoreException {
		fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private void create(HubConnection connection, String id) throws CoreException {
		run(new CreateDeviceOperation(connection, DeviceIdentity.builder(id).build()));
	}

	private SharedAccessKey key(String policy) {
		return (SharedAccessKey) HubConnectionString.parse(fixture.hub().connectionString(policy)).credential();
	}

	private Set<HubRight> missing(HubConnection connection) {
		return fixture.cores.core.rights().missing(connection);
	}

	/** What is kept for the next start. */
	private String kept(HubConnection connection) {
		return fixture.cores.preferences.node("connections").node(connection.id()).get("missingRights", "");
	}

	@Test
	void anotherPolicyLacksNothingOfWhatTheOneBeforeLacked() throws Exception {
		HubConnection reader = fixture.connect("registryRead");
		run(new StatisticsOperation(reader));
		assertThrows(CoreException.class, () -> create(reader, "a"));
		assertEquals(Set.of(HubRight.REGISTRY_WRITE), missing(reader));
		Eventually.holds("it to be kept", () -> kept(reader).equals("RegistryWrite"));

		HubConnection owner = new HubConnection(reader.id(), reader.name(), reader.host(), "iothubowner", reader.caCertificate());
		fixture.cores.core.connections().save(owner, key("iothubowner"));
		assertEquals(Set.of(), missing(owner));
		assertEquals("", kept(owner));
	}

	@Test
	void aKeyThatWasWrongForAWhileLeavesNothingMissing() throws Exception {
		HubConnection owner = fixture.connection;
		run(new StatisticsOperation(owner));
		fixture.cores.core.connections().save(owner, WRONG);
		assertThrows(CoreException.class, () -> run(new StatisticsOperation(owner)));
		assertThrows(CoreException.class, () -> create(owner, "a"));
		fixture.cores.core.connections().save(owner, key("iothubowner"));
		run(new StatisticsOperation(owner));
		assertEquals(Set.of(), missing(owner));
	}

	@Test
	void whatFollowsFromARightIsNotKeptByItself() throws Exception {
		HubConnection service = fixture.connect("service");
		run(new ListDevicesOperation(service, page -> { }));
		assertThrows(CoreException.class, () -> run(new StatisticsOperation(service)));
		assertEquals(Set.of(HubRight.REGISTRY_READ, HubRight.REGISTRY_WRITE), missing(service));
		Eventually.holds("it to be kept", () -> kept(service).equals("RegistryRead"));
	}
}
