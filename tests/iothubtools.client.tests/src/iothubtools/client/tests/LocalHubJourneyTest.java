// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.HubStatistics;
import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.PolicyRights;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.Listing;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.tests.support.hub.CertificateFile;
import iothubtools.tests.support.hub.LocalHubExtension;

/** The client against the local hub over HTTPS: both ends of the wire, held together by the contract only. */
class LocalHubJourneyTest {

	private static final int SAMPLES = 2500;

	@RegisterExtension
	static final LocalHubExtension HUB = new LocalHubExtension(settings -> settings.withSampleDevices(SAMPLES));

	private final Cancellation none = Cancellation.none();

	@Test
	void createsReadsChangesAndDeletesADevice() throws Exception {
		try (IotHubClient client = client("iothubowner")) {
			String id = "a#b?c%d+e";
			DeviceIdentity created = client.devices().create(DeviceIdentity.builder(id).build()).await(none);
			assertNotNull(assertInstanceOf(SymmetricKeys.class, created.authentication()).primary());
			assertEquals(created.etag(), client.devices().get(id).await(none).etag());

			DeviceIdentity changed = client.devices().update(id,
					device -> device.toBuilder().status(DeviceStatus.DISABLED).statusReason("spare").build()).await(none);
			assertEquals(DeviceStatus.DISABLED, changed.status());
			assertEquals("spare", changed.statusReason());
			assertEquals(created.authentication(), changed.authentication(), "an update does not make new keys");

			assertEquals(HubErrorCode.PRECONDITION_FAILED, assertThrows(ServiceException.class,
					() -> client.devices().delete(id, created.etag()).await(none)).code());
			client.devices().delete(id, changed.etag()).await(none);
			assertEquals(HubErrorCode.DEVICE_NOT_FOUND,
					assertThrows(ServiceException.class, () -> client.devices().get(id).await(none)).code());
		}
	}

	@Test
	void saysThatADeviceIsThereAlready() throws Exception {
		try (IotHubClient client = client("registryReadWrite")) {
			client.devices().create(DeviceIdentity.builder("twice").build()).await(none);
			ServiceException failure = assertThrows(ServiceException.class,
					() -> client.devices().create(DeviceIdentity.builder("twice").build()).await(none));

			assertEquals(HubErrorCode.DEVICE_ALREADY_EXISTS, failure.code());
			assertEquals(409001, failure.errorNumber());
			assertNotNull(failure.trackingId());
			assertFalse(failure.serviceMessage().isEmpty());
			client.devices().delete("twice", null).await(none);
		}
	}

	@Test
	void saysThatSomeoneElseChangedTheDevice() throws Exception {
		try (IotHubClient client = client("registryReadWrite"); IotHubClient someone = client("registryReadWrite")) {
			client.devices().create(DeviceIdentity.builder("contested").build()).await(none);
			assertEquals(HubErrorCode.PRECONDITION_FAILED, assertThrows(ServiceException.class,
					() -> client.devices().update("contested", device -> {
						CompletableFuture.runAsync(() -> disable(someone, "contested")).join();
						return device.toBuilder().statusReason("late").build();
					}).await(none)).code());
			assertEquals(DeviceStatus.DISABLED, client.devices().get("contested").await(none).status());
			client.devices().delete("contested", null).await(none);
		}
	}

	@Test
	void createsDevicesOfEveryAuthentication() throws Exception {
		List<DeviceAuthentication> all = List.of(new SymmetricKeys(TestKeys.KEY, TestKeys.OTHER),
				new SelfSigned("a".repeat(40), "B".repeat(64)), new CertificateAuthority());
		try (IotHubClient client = client("iothubowner")) {
			for (DeviceAuthentication authentication : all) {
				String id = "auth-" + authentication.type();
				client.devices().create(DeviceIdentity.builder(id).authentication(authentication).build()).await(none);
				assertEquals(authentication, client.devices().get(id).await(none).authentication());
				client.devices().delete(id, null).await(none);
			}
			DeviceIdentity edge = client.devices().create(DeviceIdentity.builder("edge").iotEdge(true).build()).await(none);
			assertEquals(true, edge.iotEdge());
			assertEquals("x", client.devices()
					.update("edge", device -> device.toBuilder().statusReason("x").build()).await(none).statusReason());
			client.devices().delete("edge", null).await(none);
		}
	}

	@Test
	void listsAllDevicesInPages() throws Exception {
		try (IotHubClient client = client("service")) {
			Set<String> ids = new HashSet<>();
			Listing listing = client.devices().listAll(page -> page.forEach(device -> {
				if (device.deviceId().startsWith("sensor-")) {
					ids.add(device.deviceId());
				}
			}), none);
			assertEquals(SAMPLES, ids.size());
			assertFalse(listing.limited());
		}
	}

	@Test
	void listsAThousandDevicesWithoutTheRightToQuery() throws Exception {
		try (IotHubClient client = client("registryRead")) {
			assertEquals(new Listing(1000, true), client.devices().listAll(page -> {
				// only the count matters
			}, none));
			HubStatistics statistics = client.devices().statistics().await(none);
			assertEquals(statistics.total(), statistics.enabled() + statistics.disabled());
		}
	}

	@Test
	void sendsAMessageAsTheDevice() throws Exception {
		try (IotHubClient client = client("iothubowner")) {
			DeviceIdentity device = client.devices().create(DeviceIdentity.builder("sender+1").build()).await(none);
			SharedAccessKey key = assertInstanceOf(SymmetricKeys.class, device.authentication()).secondary();
			DeviceMessage message = DeviceMessage.builder().body("{\"t\":21.5}".getBytes(StandardCharsets.UTF_8))
					.contentType("application/json").contentEncoding("utf-8").messageId("m-1").property("room", "4").build();

			assertEquals(204, client.device("sender+1", notNull(key)).send(message).await(none).status());
			assertEquals(1, HUB.hub().receivedMessages("sender+1").size());
			assertEquals(401, assertThrows(ServiceException.class,
					() -> client.device("sender+1", TestKeys.KEY).send(message).await(none)).status());
			client.devices().delete("sender+1", null).await(none);
		}
	}

	@Test
	void findsTheRightsOfThePolicies() throws Exception {
		assertEquals(new PolicyRights(true, true, true), rights("iothubowner"));
		assertEquals(new PolicyRights(false, false, true), rights("service"));
		assertEquals(new PolicyRights(true, false, false), rights("registryRead"));
		assertEquals(new PolicyRights(true, true, false), rights("registryReadWrite"));
		assertEquals(401, assertThrows(ServiceException.class, () -> rights("device")).status());
	}

	@Test
	void isRefusedWithAWrongKey() throws Exception {
		try (IotHubClient client = IotHubClient.builder(connection("iothubowner").host(), "iothubowner", TestKeys.KEY)
				.trust(List.of(authority())).retry(RetryPolicy.none()).build()) {
			ServiceException failure = assertThrows(ServiceException.class, () -> client.devices().get("d").await(none));
			assertEquals(401, failure.status());
			assertNotNull(failure.clockSkew());
			assertNull(failure.retryAfter());
		}
	}

	@Test
	void doesNotTrustTheHubWithoutItsCertificate() throws Exception {
		try (IotHubClient client = IotHubClient.builder(connection("iothubowner")).build()) {
			assertEquals(ConnectionException.Kind.TLS_NOT_TRUSTED,
					assertThrows(ConnectionException.class, () -> client.devices().get("d").await(none)).kind());
		}
	}

	private PolicyRights rights(String policy) throws Exception {
		try (IotHubClient client = client(policy)) {
			return client.checkRights().await(none);
		}
	}

	private void disable(IotHubClient client, String id) {
		try {
			client.devices().update(id, device -> device.toBuilder().status(DeviceStatus.DISABLED).build()).await(none);
		} catch (HubException e) {
			throw new IllegalStateException(e);
		}
	}

	private static IotHubClient client(String policy) throws IOException, GeneralSecurityException {
		return IotHubClient.builder(connection(policy)).trust(List.of(authority())).retry(HubFixture.QUICK).build();
	}

	private static HubConnectionString connection(String policy) {
		return HubConnectionString.parse(HUB.hub().connectionString(policy));
	}

	private static X509Certificate authority() throws IOException, GeneralSecurityException {
		return new CertificateFile(HUB.hub().caCertificate()).read();
	}

	private static SharedAccessKey notNull(@Nullable SharedAccessKey key) {
		if (key == null) {
			throw new AssertionError("No key");
		}
		return key;
	}
}
