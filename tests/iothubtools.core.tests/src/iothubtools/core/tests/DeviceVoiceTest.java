// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.connections.CaCertificates;
import iothubtools.core.connections.DeviceKeyCache;
import iothubtools.core.connections.HubSession;
import iothubtools.core.credentials.DeviceVoice;
import iothubtools.core.status.DeviceRefusedException;

/** With which credential a call is made as a device, seen at what the hub is asked and what it lets in. */
class DeviceVoiceTest {

	private static final DeviceMessage MESSAGE = DeviceMessage.builder().body("hello".getBytes(StandardCharsets.UTF_8)).build();

	@RegisterExtension
	final HubFixture fixture = new HubFixture();
	private HubSession session;
	private final List<String> methods = new CopyOnWriteArrayList<>();

	@BeforeEach
	void start() throws Exception {
		session = session("iothubowner");
	}

	@AfterEach
	void stop() {
		session.close();
	}

	private HubSession session(String policy) throws Exception {
		IotHubClient client = IotHubClient.builder(
				HubConnectionString.parse(fixture.hub().connectionString(policy)))
				.trust(CaCertificates.load(fixture.hub().caCertificate().toString()))
				.exchanges(exchange -> methods.add(exchange.method())).build();
		return new HubSession(client, new DeviceKeyCache(), () -> {
			throw new IllegalStateException("HTTPS is all that is needed");
		});
	}

	private void create(String id, DeviceAuthentication authentication) throws Exception {
		session.client().devices().create(DeviceIdentity.builder(id).authentication(authentication).build())
				.await(new Cancellation());
		methods.clear();
	}

	private static int send(HubSession session, String id) throws Exception {
		return new DeviceVoice(session, id).call(device -> device.send(MESSAGE), new Cancellation()).status();
	}

	@Test
	void itsOwnKeyIsReadOnceAndUsedFromThenOn() throws Exception {
		create("d1", SymmetricKeys.generatedByHub());
		assertEquals(204, send(session, "d1"));
		assertEquals(204, send(session, "d1"));
		assertEquals(List.of("GET", "POST", "POST"), methods);
	}

	@Test
	void aKeyThatWasRegeneratedSinceIsReadAnew() throws Exception {
		create("d1", SymmetricKeys.generatedByHub());
		send(session, "d1");
		session.client().devices().update("d1", device -> device.toBuilder()
				.authentication(new SymmetricKeys(SharedAccessKey.generate(), SharedAccessKey.generate())).build())
				.await(new Cancellation());
		methods.clear();
		assertEquals(204, send(session, "d1"));
		assertEquals(List.of("POST", "GET", "POST"), methods);
		assertEquals(2, fixture.hub().receivedMessages("d1").size());
	}

	@Test
	void aDeviceWithACertificateIsSpokenForByThePolicy() throws Exception {
		create("edge", new CertificateAuthority());
		assertEquals(204, send(session, "edge"));
		assertEquals(1, fixture.hub().receivedMessages("edge").size());
	}

	@Test
	void aPolicyThatMayNotSpeakForDevicesIsRefusedAsSuch() throws Exception {
		create("edge", new CertificateAuthority());
		try (HubSession reader = session("registryRead")) {
			ServiceException refused = assertThrows(ServiceException.class, () -> send(reader, "edge"));
			assertEquals(401, refused.status());
		}
	}

	@Test
	void aDisabledDeviceIsToldAsDisabled() throws Exception {
		create("off", SymmetricKeys.generatedByHub());
		session.client().devices().update("off", device -> device.toBuilder().status(DeviceStatus.DISABLED).build())
				.await(new Cancellation());
		DeviceRefusedException refused = assertThrows(DeviceRefusedException.class, () -> send(session, "off"));
		assertTrue(refused.disabled());
		assertFalse(refused.toString().contains("SharedAccess"));
	}
}
