// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.HubCall;
import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.names.ClientId;
import iothubtools.client.tests.server.Request;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;
import iothubtools.client.twins.TwinPatch;
import iothubtools.tests.support.time.SettableClock;

/** Contract §5.2 and §9.14. */
class RetryTest {

	private static final Response CREATED = Response.json(200, DeviceIdentityTest.CREATED);
	private static final Response BROKEN = Response.rawThenClose("");
	private static final Response CONFLICT = Response.json(409, "", "iothub-errorcode", "DeviceAlreadyExists");
	private static final Response STALE = Response.json(412, "", "iothub-errorcode", "PreconditionFailed");
	private static final DeviceIdentity D1 = DeviceIdentity.builder("d1").build();

	private final HubFixture fixture = new HubFixture();
	private final Cancellation none = Cancellation.none();

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 502, 503, 504 })
	void triesAgainAfterAFailureThatMayPass(int status) throws IOException, HubException {
		try (TestServer server = answers(Response.empty(status), Response.html(status), CREATED);
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals("d1", client.devices().get("d1").await(none).deviceId());
			assertEquals(List.of(1, 2, 3), fixture.exchanges.stream().map(HttpExchange::attempt).toList());
			assertEquals(List.of(status, status, 200), fixture.exchanges.stream().map(HttpExchange::status).toList());
		}
	}

	@Test
	void triesAgainAfterABrokenConnection() throws IOException, HubException {
		try (TestServer server = answers(BROKEN, Response.rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"),
				CREATED); IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals("d1", client.devices().get("d1").await(none).deviceId());
			assertEquals(3, server.requests().size());
		}
	}

	@Test
	void saysSoWhenARepeatFailsBeforeItIsSent() throws IOException {
		Clock failing = new SettableClock(Instant.EPOCH) {
			@Override
			public Instant instant() {
				if (!fixture.exchanges.isEmpty()) {
					throw new IllegalStateException("no time");
				}
				return super.instant();
			}
		};
		try (TestServer server = TestServer.start(request -> Response.empty(503));
				IotHubClient client = fixture.client(server.host()).clock(failing).build()) {
			assertTimeoutPreemptively(Duration.ofSeconds(10),
					() -> assertThrows(IllegalStateException.class, () -> client.devices().get("d").await(none)));
			assertEquals(1, server.requests().size());
		}
	}

	@Test
	void givesUpAfterTheLastTry() throws IOException {
		try (TestServer server = TestServer.start(request -> Response.empty(503));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(503, assertThrows(ServiceException.class, () -> client.devices().get("d").await(none)).status());
			assertEquals(3, server.requests().size());
		}
		try (TestServer server = TestServer.start(request -> BROKEN);
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(ConnectionException.Kind.CONNECTION_LOST,
					assertThrows(ConnectionException.class, () -> client.devices().get("d").await(none)).kind());
			assertEquals(3, server.requests().size());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 409, 412, 413, 501 })
	void triesOnceWhereTryingAgainCannotHelp(int status) throws IOException {
		try (TestServer server = TestServer.start(request -> Response.empty(status));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertThrows(ServiceException.class, () -> client.devices().get("d").await(none));
			assertEquals(1, server.requests().size());
		}
	}

	@Test
	void waitsAsLongAsTheServiceAsks() throws IOException, HubException {
		try (TestServer server = answers(Response.empty(429, "Retry-After", "1"), CREATED);
				IotHubClient client = fixture.client(server.host())
						.retry(new RetryPolicy(2, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(30))).build()) {
			client.devices().get("d1").await(none);

			Duration between = Duration.between(fixture.exchanges.get(0).start(), fixture.exchanges.get(1).start());
			assertTrue(between.compareTo(Duration.ofSeconds(1)) >= 0, between.toString());
		}
	}

	@Test
	void waitsTwiceAsLongBeforeEachTryAndLongerWhereItWasThrottled() throws IOException, HubException {
		RetryPolicy policy = new RetryPolicy(4, Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(30));
		assertWaited(policy, 500, 100, 200, 400);
		assertWaited(policy, 429, 300, 600, 1200);
		assertTimeoutPreemptively(Duration.ofSeconds(20),
				() -> assertWaited(new RetryPolicy(4, Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMillis(200)), 503, 200, 200, 200));
	}

	/** At least so long, as a busy machine adds to it. */
	private static void assertWaited(RetryPolicy policy, int status, int... atLeastMillis) throws IOException, HubException {
		HubFixture fixture = new HubFixture();
		try (TestServer server = answers(Response.empty(status), Response.empty(status), Response.empty(status), CREATED);
				IotHubClient client = fixture.client(server.host()).retry(policy).build()) {
			client.devices().get("d1").await(Cancellation.none());
		}
		for (int i = 0; i < atLeastMillis.length; i++) {
			Duration waited = Duration.between(fixture.exchanges.get(i).start(), fixture.exchanges.get(i + 1).start());
			assertTrue(waited.toMillis() >= atLeastMillis[i], "wait " + (i + 1) + " after " + status + ": " + waited);
		}
	}

	@Test
	void doesNotWaitLongerThanThePolicyAllows() throws IOException {
		try (TestServer server = TestServer.start(request -> Response.empty(429, "Retry-After", "3600"));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(Duration.ofHours(1),
					assertThrows(ServiceException.class, () -> client.devices().get("d").await(none)).retryAfter());
			assertEquals(1, server.requests().size());
		}
	}

	@Test
	void takesAConflictForSuccessWhenTheFirstTryWon() throws IOException, HubException {
		try (TestServer server = answers(BROKEN, CONFLICT, CREATED);
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals("OTQ1MjczNDU0", client.devices().create(D1).await(none).etag());
			assertEquals(List.of("PUT", "PUT", "GET"), server.requests().stream().map(Request::method).toList());
		}
	}

	@Test
	void saysConflictWhenTheDeviceThereIsAnother() throws IOException {
		DeviceIdentity other = DeviceIdentity.builder("d1")
				.authentication(new SymmetricKeys(TestKeys.OTHER, TestKeys.KEY)).build();
		try (TestServer server = answers(Response.empty(500), CONFLICT, CREATED);
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(409, assertThrows(ServiceException.class, () -> client.devices().create(other).await(none)).status());
		}
	}

	@Test
	void saysConflictWhenNoTryWasUnclear() throws IOException {
		try (TestServer server = answers(Response.empty(429), CONFLICT);
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(409, assertThrows(ServiceException.class, () -> client.devices().create(D1).await(none)).status());
			assertEquals(2, server.requests().size());
		}
	}

	@Test
	void takesAStaleEtagForSuccessWhenTheFirstTryOfAnUpdateWon() throws IOException, HubException {
		Response disabled = Response.json(200, DeviceIdentityTest.CREATED.replace("\"enabled\"", "\"disabled\""));
		try (TestServer server = answers(CREATED, BROKEN, STALE, disabled);
				IotHubClient client = fixture.client(server.host()).build()) {
			assertEquals(DeviceStatus.DISABLED, client.devices()
					.update("d1", device -> device.toBuilder().status(DeviceStatus.DISABLED).build()).await(none).status());
		}
	}

	@Test
	void takesNotFoundForSuccessWhenTheFirstTryOfADeleteWon() throws IOException, HubException {
		try (TestServer server = answers(BROKEN, Response.empty(404));
				IotHubClient client = fixture.client(server.host()).build()) {
			client.devices().delete("d1", null).await(none);
			assertEquals(2, server.requests().size());
		}
		try (TestServer server = answers(Response.empty(404));
				IotHubClient client = fixture.client(server.host()).build()) {
			assertThrows(ServiceException.class, () -> client.devices().delete("d1", null).await(none));
		}
	}

	@Test
	void looksOnceMoreAfterACreateWhoseLastTryEndedUnclear() throws IOException, HubException {
		for (Response last : List.of(BROKEN, Response.empty(500), Response.rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"))) {
			try (TestServer server = answers(BROKEN, Response.empty(503), last, CREATED);
					IotHubClient client = fixture.client(server.host()).build()) {
				assertEquals("OTQ1MjczNDU0", client.devices().create(D1).await(none).etag());
				assertEquals(List.of("PUT", "PUT", "PUT", "GET"), server.requests().stream().map(Request::method).toList());
			}
		}
	}

	@Test
	void looksOnceMoreAfterACreateThatGotNoAnswerInTime() throws IOException, HubException {
		CountDownLatch over = new CountDownLatch(1);
		try (TestServer server = TestServer.start(request -> request.method().equals("GET") ? CREATED : out -> await(over));
				IotHubClient client = fixture.client(server.host())
						.timeouts(new Timeouts(Duration.ofMillis(500), Duration.ofMillis(500))).build()) {
			assertEquals("OTQ1MjczNDU0", client.devices().create(D1).await(none).etag());
			assertEquals(List.of("PUT", "GET"), server.requests().stream().map(Request::method).toList());
		} finally {
			over.countDown();
		}
	}

	private static void await(CountDownLatch latch) throws IOException {
		try {
			latch.await();
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
	}

	@Test
	void saysWhatIsKnownOfACreateThatFailed() {
		DeviceIdentity other = DeviceIdentity.builder("d1")
				.authentication(new SymmetricKeys(TestKeys.OTHER, TestKeys.KEY)).build();
		assertFalse(unclear(client -> client.devices().create(D1), BROKEN, BROKEN, BROKEN, Response.empty(404)));
		assertFalse(unclear(client -> client.devices().create(other), BROKEN, BROKEN, BROKEN, CREATED));
		assertTrue(unclear(client -> client.devices().create(D1), BROKEN, BROKEN, Response.empty(500), Response.empty(401)));
		// the look is not repeated
		assertTrue(unclear(client -> client.devices().create(D1), BROKEN, BROKEN, BROKEN, Response.empty(503), CREATED));
		assertTrue(unclear(client -> client.devices().create(D1), BROKEN, CONFLICT, BROKEN, BROKEN, BROKEN, CREATED));
		// what cannot have been done needs no look
		assertFalse(unclear(client -> client.devices().create(D1), Response.empty(429), Response.empty(429),
				Response.empty(429), CREATED));
		assertFalse(unclear(client -> client.devices().create(D1), Response.empty(400), CREATED));
		assertFalse(unclear(client -> client.devices().get("d1"), BROKEN, BROKEN, BROKEN, CREATED));
	}

	/** Whether the failure of a call says that the hub may have done it. */
	private <T> boolean unclear(Function<IotHubClient, HubCall<T>> call, Response... responses) {
		return assertThrows(HubException.class, () -> fixture.call(call, responses)).isUnclear();
	}

	@Test
	void looksOnceMoreAfterADeleteWhoseLastTryEndedUnclear() throws IOException, HubException {
		assertEquals(4, fixture.call(client -> client.devices().delete("d1", null), BROKEN, BROKEN, BROKEN, Response.empty(404))
				.requests().size());
		assertFalse(unclear(client -> client.devices().delete("d1", null), BROKEN, BROKEN, BROKEN, CREATED));
		assertTrue(unclear(client -> client.devices().delete("d1", null), BROKEN, BROKEN, BROKEN, Response.empty(503)));
	}

	@Test
	void looksOnceMoreAfterAPatchOfATwinWhoseLastTryEndedUnclear() throws IOException, HubException {
		Response twin = Response.json(200, "{\"deviceId\":\"d1\",\"etag\":\"AAE=\",\"tags\":{\"a\":1},\"properties\":{}}");
		TwinPatch patch = TwinPatch.ofTags("{\"a\":1}");
		assertEquals("AAE=", fixture.call(client -> client.twins().patch(ClientId.device("d1"), patch, null), BROKEN, BROKEN,
				BROKEN, twin).result().etag());
	}

	@Test
	void doesNotSendAllAtOnceWhomTheServiceSentAwayTogether() throws IOException, HubException {
		Set<String> seen = ConcurrentHashMap.newKeySet();
		try (TestServer server = TestServer
				.start(request -> seen.add(request.path()) ? Response.empty(429, "Retry-After", "1") : CREATED);
				IotHubClient client = fixture.client(server.host())
						.retry(new RetryPolicy(2, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(30))).build()) {
			List<CompletableFuture<DeviceIdentity>> calls = IntStream.range(0, 16)
					.mapToObj(i -> client.devices().get("d" + i).start()).toList();
			calls.forEach(CompletableFuture::join);

			LongSummaryStatistics again = fixture.exchanges.stream().filter(exchange -> exchange.attempt() == 2)
					.mapToLong(exchange -> exchange.start().toEpochMilli()).summaryStatistics();
			assertEquals(16, again.getCount());
			// up to half a second; that of 16 random waits all lie in a fifth of that does not happen
			assertTrue(again.getMax() - again.getMin() > 100, again.toString());
		}
	}

	@Test
	void usesItsConnectionsAgain() throws IOException, HubException {
		try (TestServer server = TestServer.start(request -> CREATED);
				IotHubClient client = fixture.client(server.host()).build()) {
			for (int i = 0; i < 20; i++) {
				client.devices().get("d1").await(none);
			}
			assertEquals(1, server.openConnections());
			assertEquals(20, server.requests().size());
		}
	}

	/** Answers the requests in turn. */
	private static TestServer answers(Response... responses) throws IOException {
		Deque<Response> rest = new ArrayDeque<>(Arrays.asList(responses));
		return TestServer.start(request -> rest.size() > 1 ? rest.removeFirst() : rest.getFirst());
	}
}
