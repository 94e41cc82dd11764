// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;

/** What goes over the wire about direct methods, contract §3.6 and §9.10 to §9.12. */
class DirectMethodsTest {

	private static final ClientId D1 = ClientId.device("d1");
	private static final DirectMethod REBOOT = DirectMethod.of("reboot", null);

	private final HubFixture fixture = new HubFixture();

	@Test
	void passesThePayloadThroughAsItIs() throws IOException, HubException {
		DirectMethod method = new DirectMethod("re\"boot", "{\"at\" : \"2026-01-02T03:04:05+02:00\",\"n\":1.0}",
				Duration.ofSeconds(7), Duration.ofSeconds(300));
		HubFixture.Answer<MethodResult> answer = fixture.call(hub -> hub.methods().invoke(D1, method), Response.json(200,
				"{\"status\":-7,\"payload\":{\"when\":\"2026-01-02T03:04:05.000+02:00\",\"n\":2.50,\"x\":null}}"));

		assertEquals("POST /twins/d1/methods", answer.line());
		assertEquals("{\"methodName\":\"re\\\"boot\",\"payload\":{\"at\" : \"2026-01-02T03:04:05+02:00\",\"n\":1.0},"
				+ "\"responseTimeoutInSeconds\":300,\"connectTimeoutInSeconds\":7}", answer.request().text());
		assertEquals(new MethodResult(-7, "{\"when\":\"2026-01-02T03:04:05.000+02:00\",\"n\":2.50,\"x\":null}"),
				answer.result());
	}

	@Test
	void keepsAnAnswerThatIsNoJson() throws IOException, HubException {
		for (String text : new String[] { "Some Response Message", "{broken", "a}", "" }) {
			HubFixture.Answer<MethodResult> answer = fixture.call(hub -> hub.methods().invoke(D1, REBOOT),
					Response.json(200, "{\"status\":200,\"payload\":" + text + "}"));
			assertEquals(new MethodResult(200, text), answer.result());
		}
	}

	@Test
	void invokesAMethodOfAModule() throws IOException, HubException {
		HubFixture.Answer<MethodResult> answer = fixture
				.call(hub -> hub.methods().invoke(ClientId.module("d1", "m+1"), REBOOT), Response.json(200, "{\"status\":200}"));

		assertEquals("POST /twins/d1/modules/m%2B1/methods", answer.line());
		assertEquals("{\"methodName\":\"reboot\",\"responseTimeoutInSeconds\":30,\"connectTimeoutInSeconds\":0}",
				answer.request().text());
		assertEquals(new MethodResult(200, "null"), answer.result());
	}

	@Test
	void findsTheErrorInsideOfTheError() {
		ServiceException offline = fixture.refusal(hub -> hub.methods().invoke(D1, REBOOT), Response.json(404, """
				{"Message":"{\\"errorCode\\":404103,\\"trackingId\\":\\"t-1\\",\\"message\\":\\"Timed out waiting for device \
				to connect.\\",\\"info\\":{\\"timeout\\":\\"00:00:00\\"},\\"timestampUtc\\":\\"2026-01-02T03:04:05Z\\"}",\
				"ExceptionMessage":""}"""));
		assertEquals(HubErrorCode.DEVICE_NOT_ONLINE, offline.code());
		assertEquals("t-1", offline.trackingId());
		assertEquals("Timed out waiting for device to connect.", offline.serviceMessage());

		ServiceException late = fixture.refusal(hub -> hub.methods().invoke(D1, REBOOT), Response.json(504, """
				{"Message":"ErrorCode:GatewayTimeout;{\\"Message\\":\\"{\\\\\\"errorCode\\\\\\":504101,\\\\\\"trackingId\\\\\\":\
				\\\\\\"t-2\\\\\\",\\\\\\"message\\\\\\":\\\\\\"Timed out waiting for the response from device.\\\\\\"}\\"}"}"""));
		assertEquals(HubErrorCode.GATEWAY_TIMEOUT, late.code());
		assertEquals("Timed out waiting for the response from device.", late.serviceMessage());
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 503, 504 })
	void neverTriesAgain(int status) throws IOException {
		assertSentOnce(Response.empty(status));
	}

	@Test
	void neverTriesAgainAfterABrokenConnection() throws IOException {
		assertSentOnce(Response.rawThenClose(""));
		assertSentOnce(Response.rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"));
	}

	private void assertSentOnce(Response response) throws IOException {
		try (TestServer server = TestServer.start(request -> response);
				IotHubClient client = fixture.client(server.host()).build()) {
			assertThrows(HubException.class, () -> client.methods().invoke(D1, REBOOT).await(Cancellation.none()));
			assertEquals(1, server.requests().size());
		}
	}

	@Test
	void waitsForTheDeviceLongerThanForOtherReplies() throws Exception {
		CountDownLatch answer = new CountDownLatch(1);
		Response slow = Response.after(answer, Response.json(200, "{\"status\":1,\"payload\":[]}"));
		Timeouts short1 = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(200));
		try (TestServer server = TestServer.start(request -> request.path().startsWith("/twins") ? slow : out -> {
			// says nothing
		}); IotHubClient client = fixture.client(server.host()).timeouts(short1).retry(RetryPolicy.none()).build()) {
			CompletableFuture<MethodResult> method = client.methods().invoke(D1, REBOOT).start();
			assertThrows(ConnectionException.class, () -> client.devices().get("d1").await(Cancellation.none()));
			assertFalse(method.isDone(), "the method has given up already");
			answer.countDown();
			assertEquals(new MethodResult(1, "[]"), method.get(5, TimeUnit.SECONDS));
		}
	}

	@ParameterizedTest
	@CsvSource({ "connectTimeoutInSeconds,-1,30", "connectTimeoutInSeconds,301,300", "connectTimeoutInSeconds,31,30",
			"responseTimeoutInSeconds,0,4", "responseTimeoutInSeconds,0,301" })
	void refusesTimesTheHubWouldRefuse(String field, long connect, long response) {
		assertEquals(field, assertThrows(InvalidInputException.class, () -> new DirectMethod("m", null,
				Duration.ofSeconds(connect), Duration.ofSeconds(response))).field());
	}

	@Test
	void refusesPayloadsTheHubWouldRefuse() {
		DirectMethod.of("m", "\"" + "x".repeat(DirectMethod.MAX_PAYLOAD - 2) + "\"");
		for (String payload : List.of("", "{", "word word", "\"" + "x".repeat(DirectMethod.MAX_PAYLOAD - 1) + "\"")) {
			assertEquals("payload",
					assertThrows(InvalidInputException.class, () -> DirectMethod.of("m", payload)).field());
		}
		assertEquals("methodName", assertThrows(InvalidInputException.class, () -> DirectMethod.of(" ", null)).field());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"status\":\"x\"}" })
	void refusesAReplyThatIsNoResult(String json) {
		assertThrows(ProtocolException.class,
				() -> fixture.call(hub -> hub.methods().invoke(D1, REBOOT), Response.json(200, json)));
	}
}
