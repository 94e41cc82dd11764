// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.AccessToken;
import iothubtools.client.auth.AccessTokenSource;
import iothubtools.client.auth.EntraSignIn;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.PolicyRights;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.errors.SignInException;
import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.ClientId;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;
import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** A hub that is opened by access tokens of Microsoft Entra ID instead of a policy's key. */
class EntraTest {

	private static final String DEVICE = "{\"deviceId\":\"d\",\"generationId\":\"1\",\"etag\":\"e\"}";

	private final HubFixture fixture = new HubFixture();
	private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
	/** The tokens that were asked for: first, second … */
	private final List<CompletableFuture<AccessToken>> asked = new CopyOnWriteArrayList<>();

	private static LocalHub localHub(Path data, int port) throws Exception {
		return LocalHub.start(LocalHubSettings.in(data).withPort(port).withPlainHttp(true).withMqttPort(LocalHubSettings.NO_MQTT)
				.withSampleDevices(1).withSharedKeys(false).withEntra(true));
	}

	private IotHubClient.Builder client(HubHost host, AccessTokenSource tokens) {
		return IotHubClient.builder(host, new EntraSignIn(tokens)).plainHttp(true).retry(HubFixture.QUICK)
				.exchanges(fixture.exchanges::add);
	}

	private IotHubClient client(LocalHub hub, AccessTokenSource tokens) {
		return client(HubHost.parse(hub.hostName()), tokens).build();
	}

	/** A source whose tokens come at once and are good for an hour. */
	private CompletableFuture<AccessToken> atOnce(String audience) {
		asked.add(CompletableFuture.completedFuture(token(asked.size() + 1)));
		return asked.get(asked.size() - 1);
	}

	/** A source whose tokens come when the test says so. */
	private CompletableFuture<AccessToken> later(String audience) {
		asked.add(new CompletableFuture<>());
		return asked.get(asked.size() - 1);
	}

	private AccessToken token(int number) {
		return new AccessToken("token-number-" + number + "-of-this-test", clock.instant().plus(Duration.ofHours(1)));
	}

	@Test
	void opensAHubThatTakesNoKeysAndKeepsItsToken(@TempDir Path data) throws Exception {
		try (LocalHub hub = localHub(data, 0)) {
			IssuedTokens tokens = new IssuedTokens(() -> hub, "data-contributor");
			try (IotHubClient client = client(hub, tokens)) {
				List<CompletableFuture<DeviceIdentity>> calls = new ArrayList<>();
				for (int i = 0; i < 40; i++) {
					calls.add(client.devices().get("sensor-0001").start());
				}
				for (CompletableFuture<DeviceIdentity> call : calls) {
					assertEquals("sensor-0001", call.get(20, TimeUnit.SECONDS).deviceId());
				}
				client.devices().delete("sensor-0001", null).await(Cancellation.none());
			}
			assertEquals(1, tokens.requests.get());
			assertEquals(41, fixture.exchanges.size());
			for (HttpExchange exchange : fixture.exchanges) {
				assertEquals("Bearer ***", exchange.requestHeaders().get("Authorization"));
				assertFalse(exchange.toString().contains(tokens.last));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "data-contributor,true,true,true", "data-reader,true,false,true", "registry-contributor,true,true,false",
			"twin-contributor,false,false,true" })
	void findsOutWhatARoleAllows(String who, boolean read, boolean write, boolean connect, @TempDir Path data)
			throws Exception {
		try (LocalHub hub = localHub(data, 0); IotHubClient client = client(hub, new IssuedTokens(() -> hub, who))) {
			assertEquals(new PolicyRights(read, write, connect), client.checkRights().await(Cancellation.none()));
		}
	}

	@Test
	void tellsAMissingRoleByItsNameAndAsksForNoOtherToken(@TempDir Path data) throws Exception {
		try (LocalHub hub = localHub(data, 0)) {
			IssuedTokens tokens = new IssuedTokens(() -> hub, "without-role");
			try (IotHubClient client = client(hub, tokens)) {
				ServiceException refusal = assertThrows(ServiceException.class,
						() -> client.devices().get("sensor-0001").await(Cancellation.none()));
				assertSame(HubErrorCode.IOT_HUB_UNAUTHORIZED, refusal.code());
				assertEquals("Principal without-role is not authorized for GET on /devices/sensor-0001 due to no assigned permissions",
						refusal.serviceMessage());
				assertFalse(refusal.sharedKeysOff());
			}
			assertEquals(1, tokens.requests.get());
			assertEquals(1, fixture.exchanges.size());
		}
	}

	@Test
	void afterAMissingRoleTheNextCallIsOfWhoeverIsSignedInThen(@TempDir Path data) throws Exception {
		try (LocalHub hub = localHub(data, 0)) {
			IssuedTokens nobody = new IssuedTokens(() -> hub, "without-role");
			IssuedTokens reader = new IssuedTokens(() -> hub, "data-reader");
			try (IotHubClient client = client(hub, audience -> (nobody.requests.get() == 0 ? nobody : reader).request(audience))) {
				assertThrows(ServiceException.class, () -> client.devices().get("sensor-0001").await(Cancellation.none()));
				assertEquals("sensor-0001", client.devices().get("sensor-0001").await(Cancellation.none()).deviceId());
			}
		}
	}

	@Test
	void takesAnotherTokenOnceWhenTheHubDoesNotTakeItsOwn(@TempDir Path data) throws Exception {
		AtomicReference<LocalHub> running = new AtomicReference<>(localHub(data, 0));
		try {
			IssuedTokens tokens = new IssuedTokens(running::get, "data-contributor");
			try (IotHubClient client = client(running.get(), tokens)) {
				client.devices().get("sensor-0001").await(Cancellation.none());
				int port = running.get().port();
				running.get().close();
				running.set(localHub(data, port));
				// methods are sent once; the hub has done nothing when it refuses a token
				ServiceException offline = assertThrows(ServiceException.class, () -> client.methods()
						.invoke(ClientId.device("sensor-0001"), DirectMethod.of("m", null)).await(Cancellation.none()));
				assertEquals(404, offline.status(), offline.toString());
			}
			assertEquals(2, tokens.requests.get());
		} finally {
			running.get().close();
		}
	}

	@Test
	void triesNoThirdTokenAndNothingMore() throws Exception {
		try (TestServer server = TestServer.start(request -> Response.json(401, "", "iothub-errorcode", "IotHubUnauthorizedAccess"));
				IotHubClient client = client(server.host(), this::atOnce).clock(clock).build()) {
			assertEquals(401, assertThrows(ServiceException.class, () -> client.devices().get("d").await(Cancellation.none())).status());
			assertEquals(List.of("Bearer token-number-1-of-this-test", "Bearer token-number-2-of-this-test"),
					server.requests().stream().map(request -> request.header("Authorization")).toList());
		}
	}

	@Test
	void renewsATokenShortlyBeforeItExpires() throws Exception {
		try (TestServer server = TestServer.start(request -> Response.json(200, DEVICE));
				IotHubClient client = client(server.host(), this::atOnce).clock(clock).build()) {
			client.devices().get("d").await(Cancellation.none());
			clock.advance(Duration.ofMinutes(57));
			client.devices().get("d").await(Cancellation.none());
			assertEquals(1, asked.size());
			clock.advance(Duration.ofMinutes(2));
			client.devices().get("d").await(Cancellation.none());
			assertEquals(2, asked.size());
			assertEquals("Bearer token-number-2-of-this-test", server.requests().get(2).header("Authorization"));
		}
	}

	@Test
	void whoIsCancelledWaitsForNoTokenAndDisturbsNobody() throws Exception {
		try (TestServer server = TestServer.start(request -> Response.json(200, DEVICE));
				IotHubClient client = client(server.host(), this::later).clock(clock).build()) {
			CompletableFuture<DeviceIdentity> stays = client.devices().get("d").start();
			Cancellation cancellation = new Cancellation();
			CompletableFuture<Void> goes = CompletableFuture.runAsync(() -> assertThrows(CancellationException.class,
					() -> client.devices().get("d").await(cancellation)));
			cancellation.cancel();
			goes.get(5, TimeUnit.SECONDS);
			assertEquals(1, asked.size());
			assertFalse(asked.get(0).isDone());
			asked.get(0).complete(token(1));
			assertEquals("d", stays.get(5, TimeUnit.SECONDS).deviceId());
		}
	}

	@Test
	void nothingGoesOnToGetATokenThatNobodyWaitsFor() throws Exception {
		try (TestServer server = TestServer.start(request -> Response.json(200, DEVICE));
				IotHubClient client = client(server.host(), this::later).clock(clock).build()) {
			CompletableFuture<DeviceIdentity> first = client.devices().get("d").start();
			first.cancel(true);
			Eventually.holds("the end of the request for a token", () -> asked.get(0).isCancelled());
			CompletableFuture<DeviceIdentity> second = client.devices().get("d").start();
			assertEquals(2, asked.size());
			client.close();
			Eventually.holds("the end of the other", () -> asked.get(1).isCancelled());
			assertTrue(second.isCancelled());
			assertEquals(List.of(), server.requests());
		}
	}

	@Test
	void aTokenThatDoesNotComeEndsTheCallInTime() throws Exception {
		Timeouts quick = new Timeouts(Duration.ofMillis(100), Duration.ofMillis(200));
		try (TestServer server = TestServer.start(request -> Response.json(200, DEVICE));
				IotHubClient client = client(server.host(), this::later).timeouts(quick).build()) {
			SignInException failure = assertThrows(SignInException.class,
					() -> client.devices().get("d").await(Cancellation.none()));
			assertSame(SignInException.Kind.TIMEOUT, failure.kind());
			Eventually.holds("the end of the request for a token", () -> asked.get(0).isCancelled());
			assertEquals(List.of(), server.requests());
		}
	}

	@Test
	void aFailureToGetATokenIsTheCallsOwn() throws Exception {
		SignInException failure = new SignInException(SignInException.Kind.NOT_SIGNED_IN, "sign in first", null);
		try (TestServer server = TestServer.start(request -> Response.json(200, DEVICE));
				IotHubClient client = client(server.host(), audience -> CompletableFuture.failedFuture(failure)).build()) {
			List<CompletableFuture<DeviceIdentity>> calls = new ArrayList<>();
			for (int i = 0; i < 5000; i++) {
				calls.add(client.devices().get("d").start());
			}
			for (CompletableFuture<DeviceIdentity> call : calls) {
				assertSame(failure, assertThrows(ExecutionException.class, () -> call.get(5, TimeUnit.SECONDS)).getCause());
			}
			assertEquals(List.of(), server.requests());
			assertEquals(List.of(), fixture.exchanges);
		}
	}

	@Test
	void aSourceThatThrowsIsAskedAgainByTheNextCall() throws Exception {
		Error noRoom = new OutOfMemoryError("unable to create a thread, on purpose");
		AtomicBoolean broken = new AtomicBoolean(true);
		AccessTokenSource source = audience -> {
			if (broken.get()) {
				throw noRoom;
			}
			return CompletableFuture.completedFuture(token(1));
		};
		try (TestServer server = TestServer.start(request -> Response.json(200, DEVICE));
				IotHubClient client = client(server.host(), source).clock(clock).build()) {
			CompletableFuture<DeviceIdentity> first = client.devices().get("d").start();
			assertSame(noRoom, assertThrows(ExecutionException.class, () -> first.get(5, TimeUnit.SECONDS)).getCause());
			broken.set(false);
			assertEquals("d", client.devices().get("d").start().get(5, TimeUnit.SECONDS).deviceId());
		}
	}

	@ParameterizedTest
	@CsvSource({ "hub.azure-devices.net,https://iothubs.azure.net", "hub.service.azure-devices.cn,https://iothubs.chinacloudapi.cn",
			"HUB.AZURE-DEVICES.US,https://iothubs.azure.us", "127.0.0.1,https://iothubs.azure.net" })
	void eachCloudHasItsAudience(String host, String audience) {
		assertEquals(audience, HubHost.parse(host).audience());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "with blank", "line\nbreak", "ü" })
	void whatIsNoTokenIsNotRepeated(String value) {
		InvalidInputException problem = assertThrows(InvalidInputException.class, () -> new AccessToken(value, clock.instant()));
		assertTrue(value.isEmpty() || !problem.toString().contains(value), problem.toString());
		assertFalse(token(1).toString().contains("number"));
	}

	@Test
	void aPolicyIsTheOtherKindOfCredential() throws Exception {
		try (TestServer server = TestServer.start(request -> Response.json(200, DEVICE));
				IotHubClient client = IotHubClient.builder(server.host(), new SharedAccessPolicy("service", TestKeys.KEY))
						.plainHttp(true).build()) {
			client.devices().get("d").await(Cancellation.none());
			assertTrue(server.requests().get(0).header("Authorization").endsWith("&skn=service"));
		}
	}
}
