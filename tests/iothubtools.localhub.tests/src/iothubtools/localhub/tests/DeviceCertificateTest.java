// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZonedDateTime;
import java.util.List;

import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;

/** Devices that prove themselves with an X.509 certificate (contract §4), over MQTT and over HTTPS. */
@Timeout(60)
class DeviceCertificateTest {

	private static final int NOT_AUTHORIZED = 5;
	private static final String AUTHORITY = ",\"authentication\":{\"type\":\"certificateAuthority\"}";

	@TempDir
	static Path data;
	@RegisterExtension
	static final TestHub HUB = TestHub.with(DeviceCertificateTest::withAuthorities);
	private static TestCertificates authority;
	private static TestCertificates expired;
	private static TestCertificates shortest;
	private static TestCertificates none;

	private static LocalHubSettings withAuthorities(LocalHubSettings settings) {
		try {
			authority = TestCertificates.selfSigned("Factory");
			expired = TestCertificates.selfSigned("Old factory", ZonedDateTime.now().minusHours(1));
			shortest = TestCertificates.selfSigned("Workshop", ZonedDateTime.now().plusDays(2), true, 0);
			none = TestCertificates.selfSigned("No authority", ZonedDateTime.now().plusDays(2), false, -1);
			return settings.withDeviceCertificateAuthorities(
					List.of(authority.write(data.resolve("factory.pem")), expired.write(data.resolve("old.pem")),
							shortest.write(data.resolve("shortest.pem")), none.write(data.resolve("none.pem"))));
		} catch (IOException | GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String selfSigned(String primary, String secondary) {
		return ",\"authentication\":{\"type\":\"selfSigned\",\"x509Thumbprint\":{\"primaryThumbprint\":\"" + primary
				+ "\",\"secondaryThumbprint\":\"" + secondary + "\"}}";
	}

	private static MqttDevice connect(String deviceId, TestCertificates certificate) throws Exception {
		var tls = certificate.tls(HUB);
		return MqttDevice.connect(HUB, deviceId, "", options -> options.setSocketFactory(tls.getSocketFactory()));
	}

	private static void isRefused(String deviceId, TestCertificates certificate) throws Exception {
		MqttException refused = assertThrows(MqttException.class, () -> connect(deviceId, certificate).close());
		assertEquals(NOT_AUTHORIZED, refused.getReasonCode());
		assertEquals(401, post(deviceId, certificate));
	}

	private static int post(String deviceId, TestCertificates certificate) throws Exception {
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(certificate.tls(HUB)).build();
		HttpRequest request = HttpRequest
				.newBuilder(URI.create(HUB.hub().uri() + "/devices/" + deviceId + "/messages/events" + TestHub.VERSION))
				.POST(BodyPublishers.ofString("x")).build();
		return client.send(request, BodyHandlers.ofString()).statusCode();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SHA-1", "SHA-256" })
	void aThumbprintIsEnough(String algorithm) throws Exception {
		String id = "self" + algorithm;
		TestCertificates certificate = TestCertificates.selfSigned("whatever");
		TestCertificates other = TestCertificates.selfSigned("whatever");
		HUB.put(id, selfSigned(other.thumbprint(algorithm), certificate.thumbprint(algorithm).toLowerCase())).expect(200);
		for (TestCertificates good : List.of(certificate, other)) {
			try (MqttDevice device = connect(id, good)) {
				device.sendEvent("", "x");
			}
			assertEquals(204, post(id, good));
		}
		String method = HUB.hub().receivedMessages(id).get(0).annotations().get("iothub-connection-auth-method");
		assertTrue(method.contains("\"scope\":\"device\",\"type\":\"x509\""), method);
		isRefused(id, TestCertificates.selfSigned("whatever"));
	}

	@Test
	void anAuthorityVouchesForTheDeviceOfThatName() throws Exception {
		HUB.put("made", AUTHORITY).expect(200);
		HUB.put("other", AUTHORITY).expect(200);
		TestCertificates line = authority.issue("Line 1", true, ZonedDateTime.now().plusDays(1));
		for (TestCertificates good : List.of(authority.issue("made"), authority.issue("made").alone(), line.issue("made"),
				line.issue("made").withoutRoot())) {
			try (MqttDevice device = connect("made", good)) {
				device.sendEvent("", "x");
			}
			assertEquals(204, post("made", good));
			isRefused("other", good);
		}
	}

	@Test
	void anAuthorityThatHasExpiredVouchesForNobody() throws Exception {
		HUB.put("late", AUTHORITY).expect(200);
		isRefused("late", expired.issue("late"));
		isRefused("late", expired.issue("late").alone());
		TestCertificates line = expired.issue("Line 1", true, ZonedDateTime.now().plusDays(1));
		isRefused("late", line.issue("late"));
		assertEquals(204, post("late", authority.issue("late")));
	}

	@Test
	void anAuthorityIsTakenForAsLongAChainAsItSays() throws Exception {
		HUB.put("near", AUTHORITY).expect(200);
		for (TestCertificates one : List.of(shortest, TestCertificates.ofHub(HUB.settings().dataDirectory()))) {
			assertEquals(204, post("near", one.issue("near")));
			assertEquals(204, post("near", one.issue("near").alone()));
			TestCertificates line = one.issue("Line 1", true, ZonedDateTime.now().plusDays(1));
			isRefused("near", line.issue("near"));
			isRefused("near", line.issue("near").withoutRoot());
		}
		TestCertificates line = authority.issue("Line 1", true, ZonedDateTime.now().plusDays(1));
		TestCertificates cell = line.issue("Cell 1", true, ZonedDateTime.now().plusDays(1));
		assertEquals(204, post("near", cell.issue("near")));
		isRefused("near", cell.issue("Box 1", true, ZonedDateTime.now().plusDays(1)).issue("near"));
	}

	@Test
	void whatIsNoAuthorityVouchesForNobodyThoughItIsTrusted() throws Exception {
		HUB.put("far", AUTHORITY).expect(200);
		isRefused("far", none.issue("far"));
		isRefused("far", none.issue("far").alone());
	}

	@Test
	void nothingElseIsTaken() throws Exception {
		HUB.put("strict", AUTHORITY).expect(200);
		HUB.create("keys");
		isRefused("strict", TestCertificates.selfSigned("strict"));
		isRefused("strict", TestCertificates.selfSigned("Factory").issue("strict"));
		isRefused("strict", authority.issue("strict", false, ZonedDateTime.now().minusHours(1)));
		isRefused("strict", authority.issue("no authority").issue("strict"));
		isRefused("strict", authority.issue("Line 1", true, ZonedDateTime.now().plusDays(1)).issue("strict").alone());
		isRefused("keys", authority.issue("keys"));
		isRefused("nobody", authority.issue("nobody"));
		HUB.put("strict", AUTHORITY + ",\"status\":\"disabled\"", "If-Match", "*").expect(200);
		isRefused("strict", authority.issue("strict"));
	}

	@Test
	void aModuleMayHaveOneToo() throws Exception {
		HUB.create("host");
		TestCertificates certificate = TestCertificates.selfSigned("m");
		HUB.call("PUT", "/devices/host/modules/m", "{\"deviceId\":\"host\",\"moduleId\":\"m\",\"managedBy\":\"test\""
				+ selfSigned(certificate.thumbprint("SHA-256"), certificate.thumbprint("SHA-256")) + "}").expect(200);
		try (MqttDevice device = connect("host/m", certificate)) {
			device.sendEvent("", "x");
		}
		isRefused("host", certificate);
	}

	@Test
	void aCertificateDoesNotMakeATokenNeedless() throws Exception {
		HUB.create("token");
		var tls = TestCertificates.selfSigned("token").tls(HUB);
		try (MqttDevice device = MqttDevice.connect(HUB, "token", HUB.deviceToken("token"),
				options -> options.setSocketFactory(tls.getSocketFactory()))) {
			assertTrue(device.isConnected());
		}
	}

	@Test
	void anAuthorityThatCannotBeReadIsSaid() throws Exception {
		Path missing = data.resolve("missing.pem");
		Path empty = Files.createFile(data.resolve("empty.pem"));
		Path nonsense = Files.writeString(data.resolve("nonsense.pem"), "nonsense");
		for (Path file : List.of(missing, empty, nonsense)) {
			LocalHubSettings settings = LocalHubSettings.in(data.resolve("second")).withDeviceCertificateAuthorities(List.of(file));
			LocalHubException failure = assertThrows(LocalHubException.class, () -> LocalHub.start(settings));
			assertTrue(failure.getMessage().startsWith("The certificate authority " + file), failure.getMessage());
			assertTrue(failure.getMessage().endsWith(file == missing ? " is not there" : " is no PEM file with certificates."),
					failure.getMessage());
		}
	}
}
