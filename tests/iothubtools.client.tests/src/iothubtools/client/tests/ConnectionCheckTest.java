// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.ProxySource;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.inspect.CheckStep;
import iothubtools.client.inspect.CheckTarget;
import iothubtools.client.inspect.ConnectionCheck;
import iothubtools.client.inspect.InspectedText;
import iothubtools.client.inspect.StepOutcome;
import iothubtools.client.inspect.StepOutcome.Result;
import iothubtools.client.tests.server.TestProxy;

/** The way to a hub, step by step, over real sockets. */
class ConnectionCheckTest {

	private static final ProxySource DIRECT = host -> null;
	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	@RegisterExtension
	static final LocalHubFixture HUB = new LocalHubFixture();

	private static @Nullable DeviceIdentity created;
	private final List<StepOutcome> outcomes = new CopyOnWriteArrayList<>();

	@BeforeAll
	static void createTheDevice() throws Exception {
		try (IotHubClient client = HUB.client()) {
			created = client.devices().create(DeviceIdentity.builder("d#1").build()).await(Cancellation.none());
		}
	}

	private static DeviceIdentity device() {
		return Objects.requireNonNull(created);
	}

	private @Nullable Duration check(String text) throws Exception {
		return check(text, host(), List.of(HUB.authority()), DIRECT);
	}

	private @Nullable Duration check(String text, HubHost host, List<X509Certificate> trusted, ProxySource proxy) {
		return ConnectionCheck.run(InspectedText.parse(text), new CheckTarget(host, trusted, proxy, TIMEOUT), outcomes::add,
				Cancellation.none());
	}

	private static HubHost host() {
		return HUB.connection().host();
	}

	private String results() {
		return outcomes.stream().map(outcome -> outcome.step() + " " + outcome.result()).collect(Collectors.joining(", "));
	}

	private String detail(CheckStep step) {
		return outcomes.stream().filter(outcome -> outcome.step() == step).findFirst().orElseThrow().detail();
	}

	@Test
	void everythingWorksWithThePolicy() throws Exception {
		Duration skew = check(HUB.connection().format());

		assertEquals("PROXY SKIPPED, DNS PASSED, TCP PASSED, TLS PASSED, AUTHENTICATION PASSED", results());
		assertTrue(detail(CheckStep.AUTHENTICATION).contains("RegistryRead, RegistryWrite, ServiceConnect"), detail(CheckStep.AUTHENTICATION));
		assertTrue(detail(CheckStep.TLS).startsWith("TLSv1."), detail(CheckStep.TLS));
		assertNotNull(skew);
		assertTrue(skew.abs().compareTo(Duration.ofSeconds(30)) < 0, "one clock: " + skew);
	}

	@Test
	void aDeviceGetsInWithEitherKeyAndItsTokens() throws Exception {
		ConnectionString secondary = Objects.requireNonNull(device().connectionString(host(), KeySlot.SECONDARY));
		for (String text : List.of(Objects.requireNonNull(device().connectionString(host(), KeySlot.PRIMARY)).format(), secondary.format(),
				Objects.requireNonNull(secondary.token(Instant.now().plusSeconds(600))).value())) {
			outcomes.clear();
			check(text);
			assertEquals("The hub lets the device in.", detail(CheckStep.AUTHENTICATION));
		}
	}

	@Test
	void aWrongKeyIsRefused() throws Exception {
		check("HostName=" + host() + ";SharedAccessKeyName=iothubowner;SharedAccessKey=" + TestKeys.TEXT);
		assertEquals("PROXY SKIPPED, DNS PASSED, TCP PASSED, TLS PASSED, AUTHENTICATION FAILED", results());
		assertTrue(detail(CheckStep.AUTHENTICATION).contains("the key is not that of the policy"), detail(CheckStep.AUTHENTICATION));
		outcomes.clear();
		check("HostName=" + host() + ";DeviceId=d#1;SharedAccessKey=" + TestKeys.TEXT);
		assertTrue(detail(CheckStep.AUTHENTICATION).contains("the key is not that of the device"), detail(CheckStep.AUTHENTICATION));
		assertFalse(outcomes.toString().contains(TestKeys.TEXT), "the key is told");
	}

	@Test
	void anExpiredTokenIsToldAsExpired() throws Exception {
		check(Objects.requireNonNull(HUB.connection().token(Instant.now().minusSeconds(3600))).value());
		assertEquals("The hub refuses it: it is expired. Get a new one.", detail(CheckStep.AUTHENTICATION));
	}

	@Test
	void aHubOfAnUnknownAuthorityIsNotTrustedAndNotAskedFurther() {
		check(HUB.connection().format(), host(), List.of(), DIRECT);
		assertEquals("PROXY SKIPPED, DNS PASSED, TCP PASSED, TLS FAILED, AUTHENTICATION SKIPPED", results());
		assertTrue(detail(CheckStep.TLS).startsWith("The certificate is signed by none that is trusted here"), detail(CheckStep.TLS));
	}

	@Test
	void aNameThatNobodyKnowsIsToldAtTheFirstStep() throws Exception {
		assertNull(check("HostName=no-such-hub.invalid;DeviceId=d;SharedAccessKey=" + TestKeys.TEXT, HubHost.parse("no-such-hub.invalid"),
				List.of(), DIRECT));
		assertEquals("PROXY SKIPPED, DNS FAILED, TCP SKIPPED, TLS SKIPPED, AUTHENTICATION SKIPPED", results());
	}

	@Test
	void aPortThatNobodyListensOnIsTold() throws Exception {
		int free;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			free = socket.getLocalPort();
		}
		check(HUB.connection().format(), new HubHost("127.0.0.1", free), List.of(), DIRECT);
		assertEquals("PROXY SKIPPED, DNS PASSED, TCP FAILED, TLS SKIPPED, AUTHENTICATION SKIPPED", results());
	}

	@Test
	void aProxyIsGoneThroughOrSaysWhyNot() throws Exception {
		try (TestProxy proxy = TestProxy.start("user", "secret")) {
			check(HUB.connection().format(), host(), List.of(HUB.authority()),
					host -> proxy.as("user", "secret"));
			assertEquals("PROXY PASSED, DNS SKIPPED, TCP SKIPPED, TLS PASSED, AUTHENTICATION PASSED", results());
			outcomes.clear();
			check(HUB.connection().format(), host(), List.of(HUB.authority()),
					host -> proxy.as("user", "wrong"));
			assertEquals("PROXY FAILED, DNS SKIPPED, TCP SKIPPED, TLS SKIPPED, AUTHENTICATION SKIPPED", results());
			assertTrue(detail(CheckStep.PROXY).contains("wants a user and password"), detail(CheckStep.PROXY));
		}
	}

	@Test
	void aCancelEndsAStepThatHangs() throws Exception {
		Cancellation cancellation = new Cancellation();
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CheckTarget target = new CheckTarget(new HubHost("127.0.0.1", silent.getLocalPort()), List.of(), DIRECT, Duration.ofMinutes(10));
			CompletableFuture<@Nullable Duration> check = CompletableFuture.supplyAsync(
					() -> ConnectionCheck.run(InspectedText.parse(HUB.connection().format()), target, outcomes::add, cancellation));
			silent.accept();
			cancellation.cancel();
			Throwable end = assertThrows(Exception.class, check::join);
			assertTrue(end instanceof CancellationException || end.getCause() instanceof CancellationException, end.toString());
			assertFalse(results().contains("TLS"), results());
		}
	}

	@Test
	void modulesAndEventsAreLeftOutWithAReason() throws Exception {
		String key = SharedAccessKey.generate().reveal();
		check("HostName=" + host() + ";DeviceId=d;ModuleId=m;SharedAccessKey=" + key);
		assertEquals(Result.SKIPPED, outcomes.get(4).result());
		assertTrue(outcomes.get(4).detail().contains("MQTT and AMQP"), outcomes.get(4).detail());
	}
}
