// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.HubException;
import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.exchange.SentBody;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;
import iothubtools.tests.support.time.SettableClock;

/** What a listener is told, and that no secret is in it or anywhere else. */
class ExchangeTest {

	private static final List<String> SECRETS = List.of(TestKeys.TEXT, TestKeys.OTHER_TEXT, "AAECAwQF", "+/+/AwQF");

	private final HubFixture fixture = new HubFixture();
	private final Cancellation none = Cancellation.none();

	@Test
	void tellsEverythingOfAnExchange() throws IOException, HubException {
		SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
		try (TestServer server = TestServer
				.start(request -> Response.json(200, DeviceIdentityTest.CREATED, "ETag", "\"x\""));
				IotHubClient client = fixture.client(server.host()).clock(clock).build()) {
			client.devices().create(DeviceIdentity.builder("d1")
					.authentication(new SymmetricKeys(TestKeys.KEY, TestKeys.OTHER)).build()).await(none);

			HttpExchange exchange = fixture.exchanges.get(0);
			assertEquals(clock.instant(), exchange.start());
			assertTrue(exchange.duration().toNanos() > 0);
			assertEquals("PUT /devices/d1?api-version=2021-04-12", exchange.method() + " " + exchange.target());
			assertEquals(200, exchange.status());
			assertEquals("Status", exchange.reason());
			assertEquals(1, exchange.attempt());
			assertNull(exchange.failure());
			assertEquals(server.host().toString(), exchange.requestHeaders().get("Host"));
			assertEquals("SharedAccessSignature sr=127.0.0.1&sig=***&se=1767326645&skn=iothubowner",
					exchange.requestHeaders().get("Authorization"));
			assertEquals("\"x\"", exchange.responseHeaders().get("ETag"));
			assertEquals("{\"deviceId\":\"d1\",\"status\":\"enabled\",\"authentication\":{\"symmetricKey\":"
					+ "{\"primaryKey\":\"***\",\"secondaryKey\":\"***\"},\"type\":\"sas\"}}", exchange.requestBody());
			assertTrue(exchange.responseBody().contains("\"primaryKey\":\"***\""), exchange.responseBody());
		}
	}

	@Test
	void aBodyIsKeptToBeSentAgainButForItsSecrets() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> request.path().endsWith("/events") ? Response.empty(204)
				: Response.json(200, DeviceIdentityTest.CREATED));
				IotHubClient client = fixture.client(server.host()).build()) {
			client.devices().create(DeviceIdentity.builder("d1").authentication(new SymmetricKeys(TestKeys.KEY, TestKeys.OTHER)).build()).await(none);
			client.devices().get("d1").await(none);
			for (byte[] body : List.of("say \"***\"\n".getBytes(StandardCharsets.UTF_8), new byte[] { 0, -1, 7 },
					"x".repeat(HttpExchange.MAX_BODY + 1).getBytes(StandardCharsets.UTF_8))) {
				client.device("d", TestKeys.KEY).send(DeviceMessage.builder().body(body).build()).await(none);
			}

			List<SentBody> sent = fixture.exchanges.stream().map(HttpExchange::sent).toList();
			assertEquals(List.of("{\"deviceId\":\"d1\",\"status\":\"enabled\",\"authentication\":{\"symmetricKey\":{\"primaryKey\":\"",
					"\",\"secondaryKey\":\"", "\"},\"type\":\"sas\"}}"), sent.get(0).parts());
			assertEquals(SentBody.NO_BODY, sent.get(1));
			assertEquals(new SentBody(10, List.of("say \"***\"\n")), sent.get(2));
			assertEquals(new SentBody(3, List.of()), sent.get(3));
			assertEquals(new SentBody(HttpExchange.MAX_BODY + 1, List.of()), sent.get(4));
		}
	}

	/** As when it was pasted into a field for the id of a device. */
	@Test
	void theKeyOfAConnectionStringInPlaceOfAnIdIsNotTold() throws IOException {
		try (TestServer server = TestServer.start(request -> Response.json(404, "{}")); IotHubClient client = fixture.client(server.host()).build()) {
			String string = "HostName=h;DeviceId=d1;SharedAccessKey=" + TestKeys.TEXT.replace('/', '+');
			assertThrows(HubException.class, () -> client.modules().get(string, "m1").await(none));

			assertEquals("/devices/HostName%3Dh%3BDeviceId%3Dd1%3BSharedAccessKey%3D***/modules/m1?api-version=2021-04-12", fixture.exchanges.get(0).target());
		}
	}

	@Test
	void tellsOfAnExchangeWithoutReply() {
		try (IotHubClient client = fixture.client(HubHost.parse("no-such-hub.invalid")).build()) {
			assertThrows(HubException.class, () -> client.devices().get("d").await(none));

			HttpExchange exchange = fixture.exchanges.get(0);
			assertEquals(0, exchange.status());
			assertTrue(String.valueOf(exchange.failure()).contains("no-such-hub.invalid"), exchange.failure());
		}
	}

	@Test
	void cutsLongBodiesAndCountsBinaryOnes() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> request.path().endsWith("/events") ? Response.empty(204)
				: Response.json(200, "[]" + " ".repeat(100_000)));
				IotHubClient client = fixture.client(server.host()).build()) {
			client.devices().listAll(page -> {
				// only the exchange matters
			}, none);
			String shown = fixture.exchanges.get(0).responseBody();
			assertTrue(shown.endsWith("… (100,002 bytes in all)"), shown.substring(shown.length() - 60));
			assertTrue(shown.length() < HttpExchange.MAX_BODY + 100, "cut");

			client.device("d", TestKeys.KEY).send(DeviceMessage.builder().body(new byte[] { 0, -1, 7 }).build()).await(none);
			assertEquals("(3 bytes that are not text)", fixture.exchanges.get(1).requestBody());
		}
	}

	@Test
	void isNotDisturbedByAListenerThatFails() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> Response.json(200, DeviceIdentityTest.CREATED));
				IotHubClient client = fixture.client(server.host()).exchanges(exchange -> {
					throw new IllegalStateException("from the test");
				}).build()) {
			assertEquals("d1", client.devices().get("d1").await(none).deviceId());
		}
	}

	@Test
	void holdsNoSecretWhateverTheReplyIs() throws IOException {
		String body = DeviceIdentityTest.CREATED;
		List<Response> replies = List.of(Response.json(200, body), Response.json(200, body.substring(0, 480)),
				Response.json(200, "x" + body), Response.json(200, "[" + body + "]"), Response.json(200, "[[" + body),
				Response.json(400, "{\"Message\":\"ErrorCode:ArgumentInvalid;" + body.replace("\"", "\\\"") + "\"}"),
				Response.json(400, "{\"Message\":\"Bad SharedAccessKey=" + TestKeys.TEXT + "\"}"),
				Response.of(403, "text/html", "<html>" + body + "</html>"), Response.of(500, "text/plain", body),
				Response.json(401, body), Response.rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + body),
				Response.rawThenClose(body));
		for (Response reply : replies) {
			StringBuilder seen = new StringBuilder();
			try (TestServer server = TestServer.start(request -> reply);
					IotHubClient client = fixture.client(server.host()).retry(RetryPolicy.none()).build()) {
				DeviceIdentity device = DeviceIdentity.builder("d1")
						.authentication(new SymmetricKeys(TestKeys.KEY, TestKeys.OTHER)).build();
				collect(seen, () -> seen.append(client.devices().create(device).await(none)));
				collect(seen, () -> client.devices().listAll(seen::append, none));
				DeviceMessage message = DeviceMessage.builder().build();
				collect(seen, () -> seen.append(client.device("d1", TestKeys.OTHER).send(message).await(none)));
				seen.append(client).append(client.devices()).append(device).append(device.authentication());
			}
			fixture.exchanges.forEach(seen::append);
			for (String secret : SECRETS) {
				assertFalse(seen.toString().contains(secret), () -> secret + " in " + seen);
			}
			assertNoSignature(seen);
		}
	}

	/** The signatures of tokens are secrets too. */
	private static void assertNoSignature(StringBuilder seen) {
		assertFalse(seen.toString().matches("(?s).*sig=(?!\\*\\*\\*).*"), () -> "A signature in " + seen);
	}

	private static void collect(StringBuilder seen, Call call) {
		try {
			call.run();
		} catch (HubException e) {
			for (Throwable failure = e; failure != null; failure = failure.getCause()) {
				seen.append(failure).append('\n');
			}
		}
	}

	@FunctionalInterface
	private interface Call {
		void run() throws HubException;
	}
}
