// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.devices.NoAuthentication;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.InvalidInputException;

/** What an identity's connection string is made of (contract §1.3). */
class IdentityConnectionStringTest {

	private static final HubHost HOST = HubHost.parse("myhub.azure-devices.net");
	private static final SymmetricKeys KEYS = new SymmetricKeys(TestKeys.KEY, SharedAccessKey.parse(TestKeys.OTHER_TEXT));

	@Test
	void hasTheKeyThatIsAskedFor() {
		DeviceIdentity device = device("dev-1", KEYS);

		assertEquals("HostName=myhub.azure-devices.net;DeviceId=dev-1;SharedAccessKey=" + TestKeys.TEXT,
				device.connectionString(HOST, KeySlot.PRIMARY).format());
		assertEquals("HostName=myhub.azure-devices.net;DeviceId=dev-1;SharedAccessKey=" + TestKeys.OTHER_TEXT,
				device.connectionString(HOST, KeySlot.SECONDARY).format());
	}

	@Test
	void isReadBackAsItWasMade() {
		DeviceIdentity device = device("dev-1", KEYS);
		ModuleIdentity module = ModuleIdentity.of("dev-1", "camera").withAuthentication(KEYS);

		assertEquals(device.connectionString(HOST, KeySlot.PRIMARY),
				ConnectionString.parse(device.connectionString(HOST, KeySlot.PRIMARY).format()));
		assertEquals(module.connectionString(HOST, KeySlot.SECONDARY),
				ConnectionString.parse(module.connectionString(HOST, KeySlot.SECONDARY).format()));
		assertEquals("camera", module.connectionString(HOST, KeySlot.PRIMARY).moduleId());
	}

	@Test
	void saysThatThereIsACertificate() {
		assertEquals("HostName=myhub.azure-devices.net;DeviceId=edge;x509=true",
				device("edge", new CertificateAuthority()).connectionString(HOST, KeySlot.SECONDARY).format());
	}

	@Test
	void hasTheHostThatIsForDevices() {
		HubHost services = HubHost.parse("myhub.service.azure-devices.net");
		assertEquals("myhub.device.azure-devices.net",
				device("dev-1", KEYS).connectionString(services, KeySlot.PRIMARY).host().toString());
	}

	@Test
	void isNoneWithoutACredentialThatIsKnown() {
		assertNull(device("dev-1", SymmetricKeys.generatedByHub()).connectionString(HOST, KeySlot.PRIMARY));
		assertNull(ModuleIdentity.of("dev-1", "camera").withAuthentication(new NoAuthentication())
				.connectionString(HOST, KeySlot.PRIMARY));
	}

	@Test
	void isNoneForAnIdWithASemicolonAndTellsNoKey() {
		InvalidInputException problem = assertThrows(InvalidInputException.class,
				() -> device("a;b", KEYS).connectionString(HOST, KeySlot.PRIMARY));
		assertEquals("DeviceId", problem.field());
		assertFalse(problem.getMessage().contains(TestKeys.TEXT), problem.getMessage());
	}

	private static DeviceIdentity device(String id, DeviceAuthentication authentication) {
		return DeviceIdentity.builder(id).authentication(authentication).build();
	}
}
