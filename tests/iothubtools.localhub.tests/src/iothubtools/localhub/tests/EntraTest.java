// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.time.SettableClock;

/** Bearer tokens, as Entra ID gives them for hubs, of the hub's own test issuer (contract §1.2). */
class EntraTest {

	private static final String SCOPE = "https://iothubs.azure.net/.default";

	@TempDir
	Path data;

	private TestHub start(UnaryOperator<LocalHubSettings> change) throws Exception {
		return TestHub.start(data, settings -> change.apply(settings.withEntra(true).withSampleDevices(1)));
	}

	private static String basic(String client, String secret) {
		return "Basic " + Base64.getEncoder().encodeToString((client + ':' + secret).getBytes(StandardCharsets.UTF_8));
	}

	private static Reply ask(TestHub hub, String client, String form) {
		return hub.callAs(basic(client, hub.hub().testIssuer().secret()), "POST", "/localhub/oauth2/token", form, "Content-Type",
				"application/x-www-form-urlencoded");
	}

	private static String bearer(TestHub hub, String client, String scope) {
		JsonObject json = ask(hub, client, "grant_type=client_credentials&scope=" + Tokens.encoded(scope)).expect(200).json();
		return json.get("token_type").getAsString() + ' ' + json.get("access_token").getAsString();
	}

	private static String bearer(TestHub hub, String client) {
		return bearer(hub, client, SCOPE);
	}

	private static Reply device(TestHub hub, String authorization) {
		return hub.callAs(authorization, "GET", "/devices/sensor-0001" + TestHub.VERSION, null);
	}

	@Test
	void aTokenOpensTheHubWithAndWithoutSharedKeys() throws Exception {
		for (boolean sharedKeys : new boolean[] { true, false }) {
			try (TestHub hub = start(settings -> settings.withSharedKeys(sharedKeys))) {
				assertEquals("sensor-0001", device(hub, bearer(hub, "data-reader")).expect(200).json().get("deviceId").getAsString());
				assertEquals(sharedKeys ? 200 : 401, device(hub, hub.token("iothubowner")).status());
				hub.callAsDevice("sensor-0001", "POST", "/messages/events", "x").expect(204);
			}
		}
	}

	@Test
	void overAmqpItOpensTheLinksOfItsRolesAndEndsThem() throws Exception {
		SettableClock clock = new SettableClock();
		try (TestHub hub = start(settings -> settings.withClock(clock))) {
			String audience = hub.hub().hostName() + "/messages";
			try (AmqpPeer peer = AmqpPeer.anonymous(hub)) {
				assertEquals(401, peer.putToken(audience, "Bearer nobody's"));
				assertEquals(200, peer.putToken(audience, bearer(hub, "data-reader")));
				assertEquals("amqp:unauthorized-access", peer.ended(peer.sender("/messages/devicebound")).getCondition().toString());
				assertEquals(200, peer.putToken(audience, bearer(hub, "data-contributor")));
				Sender commands = peer.sender("/messages/devicebound");
				Message message = AmqpPeer.message("by a token of Entra ID");
				message.setAddress("/devices/sensor-0001/messages/devicebound");
				assertEquals(Accepted.getInstance(), peer.send(commands, message));
				clock.advance(Duration.ofMinutes(64));
				assertEquals(Accepted.getInstance(), peer.send(commands, message), "clocks may differ by five minutes");
				clock.advance(Duration.ofMinutes(2));
				assertEquals("amqp:unauthorized-access", peer.ended(commands).getCondition().toString());
			}
		}
	}

	@Test
	void itIsLikeEntrasOwn() throws Exception {
		try (TestHub hub = start(settings -> settings)) {
			Reply reply = ask(hub, "data-reader", "grant_type=client_credentials&scope=" + Tokens.encoded(SCOPE)).expect(200);
			assertEquals("no-store", reply.header("Cache-Control"));
			assertEquals(3600, reply.json().get("expires_in").getAsInt());
			String[] parts = reply.json().get("access_token").getAsString().split("\\.");
			assertEquals("RS256", decoded(parts[0]).get("alg").getAsString());
			JsonObject claims = decoded(parts[1]);
			assertEquals("https://iothubs.azure.net", claims.get("aud").getAsString());
			assertEquals(3600, claims.get("exp").getAsLong() - claims.get("nbf").getAsLong());
		}
	}

	private static JsonObject decoded(String part) {
		return JsonParser.parseString(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8)).getAsJsonObject();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"data-reader          | GET    | /devices/sensor-0001                        |                  | 200",
			"data-reader          | PUT    | /devices/sensor-0001                        | {'deviceId':'x'} | 401",
			"data-reader          | DELETE | /devices/sensor-0001                        |                  | 401",
			"data-reader          | GET    | /statistics/devices                         |                  | 200",
			"data-reader          | GET    | /twins/sensor-0001                          |                  | 200",
			"data-reader          | PATCH  | /twins/sensor-0001                          | {}               | 401",
			"data-reader          | POST   | /devices/query                              | {\"query\":\"SELECT * FROM devices\"} | 200",
			"data-reader          | POST   | /twins/sensor-0001/methods                  | {\"methodName\":\"m\"} | 401",
			"data-reader          | GET    | /configurations                             |                  | 200",
			"data-reader          | POST   | /configurations/testQueries                 | {}               | 401",
			"data-reader          | GET    | /jobs/v2/query                              |                  | 200",
			"data-reader          | GET    | /localhub/messages                          |                  | 200",
			"data-reader          | DELETE | /localhub/faults                            |                  | 401",
			"data-reader          | GET    | /messages/serviceBound/feedback             |                  | 401",
			"registry-contributor | GET    | /devices                                    |                  | 200",
			"registry-contributor | PUT    | /devices/new-1                              | {\"deviceId\":\"new-1\"} | 200",
			"registry-contributor | DELETE | /devices/sensor-0001                        |                  | 204",
			"registry-contributor | POST   | /devices                                    | []               | 200",
			"registry-contributor | GET    | /twins/sensor-0001                          |                  | 401",
			"registry-contributor | GET    | /statistics/devices                         |                  | 401",
			"twin-contributor     | PATCH  | /twins/sensor-0001                          | {\"tags\":{\"a\":1}} | 200",
			"twin-contributor     | POST   | /devices/query                              | {\"query\":\"SELECT * FROM devices\"} | 200",
			"twin-contributor     | GET    | /devices/sensor-0001                        |                  | 401",
			"twin-contributor     | GET    | /jobs/v2/query                              |                  | 401",
			"data-contributor     | DELETE | /devices/sensor-0001                        |                  | 204",
			"data-contributor     | PATCH  | /twins/sensor-0001                          | {\"tags\":{\"a\":1}} | 200",
			"data-contributor     | POST   | /twins/sensor-0001/methods                  | {\"methodName\":\"m\"} | 404",
			"data-contributor     | DELETE | /devices/sensor-0001/commands               |                  | 200",
			"data-contributor     | GET    | /messages/serviceBound/feedback             |                  | 204",
			"data-contributor     | GET    | /jobs                                       |                  | 200",
			"data-contributor     | POST   | /localhub/devices/sensor-0001/messages/deviceBound | hello     | 204",
			"data-contributor     | POST   | /devices/sensor-0001/messages/deviceBound   | hello            | 204",
			"data-reader          | POST   | /devices/sensor-0001/messages/deviceBound   | hello            | 401",
			"data-contributor     | DELETE | /localhub/faults                            |                  | 200",
			"data-contributor     | POST   | /digitaltwins/sensor-0001/commands/c        | 1                | 401",
			"data-contributor     | POST   | /devices/sensor-0001/messages/events        | x                | 401",
			"data-contributor     | GET    | /devices/sensor-0001/messages/deviceBound   |                  | 401",
			"data-contributor     | POST   | /localhub/oauth2/token                      | grant_type=client_credentials | 401",
			"without-role         | GET    | /devices                                    |                  | 401",
			"without-role         | GET    | /twins/sensor-0001                          |                  | 401" })
	void rolesAllowWhatTheyDoAtAzure(String client, String method, String path, String body, int status) throws Exception {
		try (TestHub hub = start(settings -> settings.withSharedKeys(false))) {
			String[] guard = method.equals("DELETE") && path.equals("/devices/sensor-0001") ? new String[] { "If-Match", "*" }
					: new String[0];
			Reply reply = hub.callAs(bearer(hub, client), method, path + TestHub.VERSION, body, guard).expect(status);
			if (status == 401) {
				reply.expectError(401, "IotHubUnauthorized");
				assertTrue(reply.body().contains("Principal " + client + " is not authorized for " + method + " on " + path
						+ " due to no assigned permissions"), reply.body());
			}
		}
	}

	@Test
	void aTokenHasItsTime() throws Exception {
		SettableClock clock = new SettableClock();
		try (TestHub hub = start(settings -> settings.withClock(clock))) {
			String token = bearer(hub, "data-reader");
			device(hub, token).expect(200);
			clock.advance(Duration.ofMinutes(64));
			device(hub, token).expect(200);
			clock.advance(Duration.ofMinutes(2));
			device(hub, token).expectError(401, "IotHubUnauthorizedAccess");
			String later = bearer(hub, "data-reader");
			clock.set(Duration.ofMinutes(-4));
			device(hub, later).expect(200);
			clock.set(Duration.ofMinutes(-2));
			device(hub, later).expectError(401, "IotHubUnauthorizedAccess");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://management.azure.com/.default", "https://iothubs.azure.us/.default",
			"https://iothubs.azure.net//.default" })
	void aTokenForSomebodyElseIsNone(String scope) throws Exception {
		try (TestHub hub = start(settings -> settings)) {
			Reply reply = device(hub, bearer(hub, "data-contributor", scope)).expectError(401, "IotHubUnauthorizedAccess");
			assertFalse(reply.body().contains("Principal"), reply.body());
		}
	}

	@Test
	void aTokenOfAnotherIssuerIsNone() throws Exception {
		try (TestHub other = TestHub.start(data.resolve("other"), settings -> settings.withEntra(true));
				TestHub hub = start(settings -> settings)) {
			String token = bearer(other, "data-contributor");
			other.callAs(token, "GET", "/devices" + TestHub.VERSION, null).expect(200);
			device(hub, token).expectError(401, "IotHubUnauthorizedAccess");
			assertNotEquals(other.hub().testIssuer().secret(), hub.hub().testIssuer().secret());
		}
	}

	@Test
	void aTokenEndsWithTheHubAndTheSecretStays() throws Exception {
		String token;
		String secret;
		try (TestHub hub = start(settings -> settings)) {
			token = bearer(hub, "data-reader");
			secret = hub.hub().testIssuer().secret();
		}
		try (TestHub hub = start(settings -> settings)) {
			device(hub, token).expectError(401, "IotHubUnauthorizedAccess");
			assertEquals(secret, hub.hub().testIssuer().secret());
			device(hub, bearer(hub, "data-reader")).expect(200);
		}
	}

	@Test
	void whatIsNoTokenIsRefused() throws Exception {
		try (TestHub hub = start(settings -> settings)) {
			for (String header : new String[] { "Bearer", "Bearer x", "Bearer a.b.c", "Bearer ..", "Bearer é.é.é" }) {
				device(hub, header).expectError(401, "IotHubUnauthorizedAccess");
			}
			device(hub, bearer(hub, "data-reader").replaceFirst("Bearer", "BEARER")).expect(200);
		}
	}

	@Test
	void theIssuerKnowsItsClientsAndItsForm() throws Exception {
		try (TestHub hub = start(settings -> settings)) {
			String form = "grant_type=client_credentials";
			ask(hub, "nobody", form).expectError(401, "IotHubUnauthorizedAccess");
			hub.callAs(basic("data-reader", "x"), "POST", "/localhub/oauth2/token", form)
					.expectError(401, "IotHubUnauthorizedAccess");
			hub.callAs(null, "POST", "/localhub/oauth2/token", form).expectError(401, "IotHubUnauthorizedAccess");
			hub.callAs(hub.token("iothubowner"), "POST", "/localhub/oauth2/token", form)
					.expectError(401, "IotHubUnauthorizedAccess");
			ask(hub, "data-reader", "grant_type=password").expectError(400, "ArgumentInvalid");
			ask(hub, "data-reader", form + "&scope=openid").expectError(400, "ArgumentInvalid");
			ask(hub, "data-reader", form + "&scope=%zz").expectError(400, "ArgumentInvalid");
			ask(hub, "data-reader", form + "&a=".repeat(10_000)).expectError(400, "ArgumentInvalid");
			ask(hub, "data-reader", form + "&" + "\u00ff=&&==%&=".repeat(10)).expect(200);
			assertEquals("Bearer", ask(hub, "data-reader", form).expect(200).json().get("token_type").getAsString());
			device(hub, basic("data-contributor", hub.hub().testIssuer().secret())).expectError(401, "IotHubUnauthorizedAccess");
			assertFalse(hub.hub().testIssuer().toString().contains(hub.hub().testIssuer().secret()));
			assertEquals(Set.of("data-contributor", "data-reader", "registry-contributor", "twin-contributor", "without-role"),
					hub.hub().testIssuer().clients());
		}
	}

	@Test
	void withoutItThereIsNoIssuer() throws Exception {
		try (TestHub hub = TestHub.start(data)) {
			assertNull(hub.hub().testIssuer());
			hub.callAs(basic("data-reader", "x"), "POST", "/localhub/oauth2/token", "grant_type=client_credentials")
					.expectError(404, "GenericNotFound");
		}
	}

	@Test
	void noDeviceConnectsWithIt() throws Exception {
		try (TestHub hub = start(settings -> settings); RawMqtt mqtt = RawMqtt.open(hub)) {
			mqtt.send(RawMqtt.connectPacket("sensor-0001", bearer(hub, "data-contributor"), 60));
			assertEquals(5, mqtt.read(4)[3]); // not authorized
		}
	}

	@Test
	void theProgramHasItAsAnOption() throws Exception {
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--data", data.toString(), "--entra", "--no-shared-keys")) {
			assertTrue(hub.printed("Tokens of Entra ID:").matches(
					"https://127\\.0\\.0\\.1:\\d+/localhub/oauth2/token for data-contributor, data-reader, .* with the secret \\S{43}"));
		}
	}
}
