// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import iothubtools.client.HubStatistics;
import iothubtools.client.IotHubClient;
import iothubtools.client.SendReceipt;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.tests.server.Request;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;

/** What goes over the wire, contract §§3.1, 3.2 and 3.12. */
class DeviceIdentitiesTest {

	private final HubFixture fixture = new HubFixture();
	private final Cancellation none = Cancellation.none();

	@Test
	void encodesTheDeviceIdAsOneSegment() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> Response.json(200, DeviceIdentityTest.CREATED));
				IotHubClient client = fixture.client(server.host()).build()) {
			for (String id : List.of("a#b", "a?b", "a%b", "a+b", "a=b;$'", "..")) {
				client.devices().get(id).await(none);
			}
			assertEquals(
					List.of("a%23b", "a%3Fb", "a%25b", "a%2Bb", "a%3Db%3B%24%27", "%2E%2E").stream()
							.map(id -> "GET /devices/" + id + "?api-version=2021-04-12").toList(),
					server.requests().stream().map(request -> request.method() + " " + request.target()).toList());
		}
	}

	@Test
	void createsWithoutIfMatch() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> Response.json(200, DeviceIdentityTest.CREATED));
				IotHubClient client = fixture.client(server.host()).build()) {
			DeviceIdentity device = client.devices().create(DeviceIdentity.builder("d1").build()).await(none);

			Request request = server.requests().get(0);
			assertEquals("PUT", request.method());
			assertEquals("", request.header("Accept-Encoding"), "a hub does not compress");
			assertEquals("", request.header("If-Match"));
			assertEquals("application/json; charset=utf-8", request.header("Content-Type"));
			assertEquals("{\"deviceId\":\"d1\",\"status\":\"enabled\"}", request.text());
			assertTrue(request.header("Authorization").matches(
					"SharedAccessSignature sr=127\\.0\\.0\\.1&sig=[A-Za-z0-9%]+&se=[0-9]+&skn=iothubowner"));
			assertEquals("OTQ1MjczNDU0", device.etag());
		}
	}

	@Test
	void updatesTheWholeIdentityUnderTheQuotedEtag() throws IOException, HubException {
		String stored = DeviceIdentityTest.CREATED.replace("\"parentScopes\":[]", "\"future\":{\"x\":1.0}");
		try (TestServer server = TestServer.start(request -> Response.json(200, stored));
				IotHubClient client = fixture.client(server.host()).build()) {
			client.devices().update("d1", device -> device.toBuilder().status(DeviceStatus.DISABLED).build()).await(none);

			Request request = server.requests().get(1);
			assertEquals("\"OTQ1MjczNDU0\"", request.header("If-Match"));
			JsonObject expected = JsonParser.parseString(stored).getAsJsonObject();
			List.of("generationId", "connectionState", "connectionStateUpdatedTime", "statusUpdatedTime", "lastActivityTime",
					"cloudToDeviceMessageCount").forEach(expected::remove);
			expected.addProperty("status", "disabled");
			assertEquals(expected, JsonParser.parseString(request.text()));
			assertTrue(request.text().contains("\"future\":{\"x\":1.0}"), request.text());
		}
	}

	@Test
	void keepsAndShowsWhatNewerVersionsOfTheServiceSayAndSendsNoneOfItsOwnBack() throws IOException, HubException {
		String stored = DeviceIdentityTest.CREATED.replace("\"parentScopes\":[]", """
				"adrDeviceProperties":{"uuid":"u-1","name":"n","etag":"e","systemData":{"createdBy":"me"}},
				"deviceResourceId":"/subscriptions/s/d1","armSyncStatus":{"status":"Synced"},"attributes":{"armSyncStatus":"mine"}""")
				.replace("\"type\":\"sas\"", "\"type\":\"sas\",\"policyResourceId\":\"/p\",\"x509CaValidation\":true");
		try (TestServer server = TestServer.start(request -> Response.json(200, stored));
				IotHubClient client = fixture.client(server.host()).build()) {
			DeviceIdentity updated = client.devices()
					.update("d1", device -> device.toBuilder().authentication(new CertificateAuthority()).build()).await(none);

			JsonObject sent = JsonParser.parseString(server.requests().get(1).text()).getAsJsonObject();
			assertEquals(Set.of("deviceId", "etag", "status", "statusReason", "authentication", "capabilities", "attributes"),
					sent.keySet());
			assertEquals("{\"armSyncStatus\":\"mine\"}", sent.get("attributes").toString(), "not the service's");
			assertEquals("{\"type\":\"certificateAuthority\",\"policyResourceId\":\"/p\",\"x509CaValidation\":true}",
					sent.get("authentication").toString(), "settings, which would be lost");
			assertEquals("{adrDeviceProperties.uuid=u-1, adrDeviceProperties.name=n, adrDeviceProperties.etag=e, "
					+ "adrDeviceProperties.systemData.createdBy=me, deviceResourceId=/subscriptions/s/d1, "
					+ "armSyncStatus.status=Synced, attributes.armSyncStatus=mine, authentication.policyResourceId=/p, "
					+ "authentication.x509CaValidation=true}", updated.otherMembers().toString());
			assertTrue(updated.prettyMaskedJson().contains("\"uuid\": \"u-1\""), updated.prettyMaskedJson());
		}
	}

	@Test
	void showsNoSecretAmongWhatItDoesNotKnow() {
		DeviceIdentity device = DeviceIdentity.parse("{\"deviceId\":\"d\",\"more\":{\"primaryKey\":\"" + TestKeys.TEXT
				+ "\",\"list\":[1,{\"x\":null}],\"none\":null},\"authentication\":{\"type\":\"passkey\",\"passphrase\":\"s\"}}");
		assertEquals("{more.primaryKey=***, more.list=[1,{\"x\":null}]}", device.otherMembers().toString());
		assertEquals("{}", DeviceIdentity.parse(DeviceIdentityTest.CREATED).otherMembers().toString());
	}

	@Test
	void saysThatSomeoneElseChangedTheDevice() throws IOException {
		try (TestServer server = TestServer
				.start(request -> request.method().equals("GET") ? Response.json(200, DeviceIdentityTest.CREATED)
						: Response.json(412, "", "iothub-errorcode", "PreconditionFailed"));
				IotHubClient client = fixture.client(server.host()).build()) {
			ServiceException failure = assertThrows(ServiceException.class,
					() -> client.devices().update("d1", device -> device).await(none));
			assertEquals(HubErrorCode.PRECONDITION_FAILED, failure.code());
		}
	}

	@Test
	void doesNotUpdateWithoutAnEtag() throws IOException {
		try (TestServer server = TestServer.start(request -> Response.json(200, "{\"deviceId\":\"d1\"}"));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertThrows(ProtocolException.class, () -> client.devices().update("d1", device -> device).await(none));
			assertEquals(1, server.requests().size());
		}
	}

	@Test
	void deletesUnderTheEtagOrAny() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> Response.empty(204));
				IotHubClient client = fixture.client(server.host()).build()) {
			client.devices().delete("d1", null).await(none);
			client.devices().delete("d1", "MQ==").await(none);
			client.devices().delete("d1", "\"MQ==\"").await(none);

			assertEquals(List.of("*", "\"MQ==\"", "\"MQ==\""),
					server.requests().stream().map(request -> request.header("If-Match")).toList());
		}
	}

	@Test
	void readsTheStatistics() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> Response.json(200,
				"{\"totalDeviceCount\":3000000000,\"enabledDeviceCount\":2,\"disabledDeviceCount\":1}"));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(new HubStatistics(3_000_000_000L, 2, 1), client.devices().statistics().await(none));
			assertEquals("/statistics/devices?api-version=2021-04-12", server.requests().get(0).target());
		}
	}

	@Test
	void sendsAMessageWithTheDevicesOwnKey() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> Response.empty(204, "x-ms-request-id", "r-1"));
				IotHubClient client = fixture.client(server.host()).build()) {
			SendReceipt receipt = client.device("a#1", TestKeys.OTHER).send(DeviceMessage.builder()
					.body("{\"t\":1}".getBytes(StandardCharsets.UTF_8)).contentType("application/json")
					.contentEncoding("utf-8").messageId("m-1").correlationId("c-1").property("room", "4").build()).await(none);

			assertEquals(204, receipt.status());
			assertEquals("r-1", receipt.requestId());
			Request request = server.requests().get(0);
			assertEquals("POST /devices/a%231/messages/events?api-version=2021-04-12",
					request.method() + " " + request.target());
			assertEquals("{\"t\":1}", request.text());
			String token = request.header("Authorization");
			assertTrue(token.startsWith("SharedAccessSignature sr=127.0.0.1%2Fdevices%2Fa%25231&sig="), token);
			assertTrue(!token.contains("&skn="), token);
			assertEquals("application/json utf-8 m-1 c-1 4",
					List.of("iothub-contenttype", "iothub-contentencoding", "iothub-messageid", "iothub-correlationid",
							"iothub-app-room").stream().map(request::header).collect(Collectors.joining(" ")));
		}
	}

	@Test
	void sendsAnEmptyMessageWithALength() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> Response.empty(204));
				IotHubClient client = fixture.client(server.host()).build()) {
			client.device("d", TestKeys.KEY).send(DeviceMessage.builder().build()).await(none);
			assertEquals("0", server.requests().get(0).header("Content-Length"));
		}
	}

	@Test
	void refusesAMessageBeforeSendingIt() throws IOException {
		try (TestServer server = TestServer.start(request -> Response.empty(204));
				IotHubClient client = fixture.client(server.host()).build()) {
			DeviceMessage message = DeviceMessage.builder().body(new byte[262_145]).build();
			assertEquals("message", assertThrows(InvalidInputException.class,
					() -> client.device("d", TestKeys.KEY).send(message).await(none)).field());
			assertEquals(List.of(), server.requests());
		}
	}
}
