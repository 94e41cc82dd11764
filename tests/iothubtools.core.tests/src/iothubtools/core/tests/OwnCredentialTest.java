// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.core.credentials.OwnCredential;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.HubOperation;

/** What devices and modules are handed to open their hub with, of identities as a real hub makes them. */
class OwnCredentialTest {

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(0));

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private DeviceIdentity device(String id, DeviceAuthentication authentication) throws CoreException {
		return run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder(id).authentication(authentication).build()));
	}

	private OwnCredential of(DeviceIdentity device, KeySlot slot) {
		return OwnCredential.of(fixture.connection, device, slot);
	}

	private static String string(OwnCredential own) {
		assertEquals("", own.problem());
		return Objects.requireNonNull(own.connectionString()).format();
	}

	@Test
	void eachKeyOfADeviceMakesItsString() throws Exception {
		DeviceIdentity device = device("d1", SymmetricKeys.generatedByHub());
		assertEquals(fixture.hub().deviceConnectionString("d1"), string(of(device, KeySlot.PRIMARY)));
		assertFalse(string(of(device, KeySlot.PRIMARY)).equals(string(of(device, KeySlot.SECONDARY))));
	}

	@Test
	void itsKeyIsInNoTextOfIt() throws Exception {
		OwnCredential own = of(device("d1", SymmetricKeys.generatedByHub()), KeySlot.PRIMARY);
		String key = string(own).replaceFirst(".*SharedAccessKey=", "");
		assertFalse(own.toString().contains(key));
	}

	@Test
	void aCertificateIsSaidToBeThere() throws Exception {
		assertTrue(string(of(device("ca", new CertificateAuthority()), KeySlot.PRIMARY)).endsWith(";DeviceId=ca;x509=true"));
	}

	@Test
	void whoHasNeitherIsToldSo() throws Exception {
		OwnCredential own = of(DeviceIdentity.builder("bare").authentication(SymmetricKeys.generatedByHub()).build(), KeySlot.PRIMARY);
		assertNull(own.connectionString());
		assertEquals("it has neither a key nor a certificate", own.problem());
	}

	@Test
	void aModuleHasItsOwn() throws Exception {
		device("d1", SymmetricKeys.generatedByHub());
		ModuleIdentity module = run(new CreateModuleOperation(fixture.connection, ModuleIdentity.of("d1", "camera")));
		assertTrue(string(OwnCredential.of(fixture.connection, module, KeySlot.PRIMARY)).contains(";DeviceId=d1;ModuleId=camera;SharedAccessKey="));
	}

	@Test
	void whatCannotBeWrittenIsToldAndNoFailure() throws Exception {
		OwnCredential own = of(device("a;b", SymmetricKeys.generatedByHub()), KeySlot.PRIMARY);
		assertNull(own.connectionString());
		assertEquals("an ID with a semicolon cannot be written in a connection string", own.problem());
	}
}
