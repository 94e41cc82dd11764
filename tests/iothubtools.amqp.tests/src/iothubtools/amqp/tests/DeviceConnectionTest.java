// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static iothubtools.amqp.tests.Devices.failure;
import static iothubtools.amqp.tests.Devices.got;
import static iothubtools.amqp.tests.Devices.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.AmqpDevices;
import iothubtools.amqp.devices.AmqpDevice;
import iothubtools.amqp.devices.DeviceListener;
import iothubtools.amqp.devices.DeviceProof;
import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.client.IotHubClient;
import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessSignature;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.certificates.SelfSignedCertificate;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;
import iothubtools.client.tests.server.TestProxy;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.LocalHubExtension;

/** How devices get to their hub over AMQP and prove who they are, and how they stay there (contract §8.2). */
class DeviceConnectionTest {

	@RegisterExtension
	final LocalHubExtension hub = new LocalHubExtension(settings -> settings.withMqttPort(LocalHubSettings.NO_MQTT).withAmqpPort(0));

	private final Devices all = new Devices(hub);

	@Test
	void aDeviceWithAConnectionOfItsOwnDoesAllThatOthersDo() throws Exception {
		all.create("d");
		try (AmqpDevices devices = all.builder().build()) {
			doesAll(devices.connectAlone(ClientId.device("d"), Devices.key(), DeviceListener.NONE));
			ServiceException refused = failure(ServiceException.class,
					devices.connectAlone(ClientId.device("d"), Devices.wrongKey(), DeviceListener.NONE).connected());
			assertEquals(HubErrorCode.IOT_HUB_UNAUTHORIZED_ACCESS, refused.code());
		}
	}

	@Test
	void aDeviceProvesWhoItIsWithItsCertificate() throws Exception {
		SelfSignedCertificate own = SelfSignedCertificate.make("x", Duration.ofDays(1), Clock.systemUTC());
		SelfSignedCertificate other = SelfSignedCertificate.make("x", Duration.ofDays(1), Clock.systemUTC());
		String thumbprint = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(own.certificate().getEncoded()));
		all.create(DeviceIdentity.builder("x").authentication(SelfSigned.parse(thumbprint, null)).build());
		try (AmqpDevices direct = all.builder().build(); AmqpDevices webSocket = all.builder().transport(AmqpTransport.WEBSOCKET).build()) {
			for (AmqpDevices devices : List.of(direct, webSocket)) {
				try (AmqpDevice device = devices.connect(ClientId.device("x"), certificate(own), DeviceListener.NONE)) {
					doesAll(device);
				}
				assertEquals(401, failure(ServiceException.class,
						devices.connect(ClientId.device("x"), certificate(other), DeviceListener.NONE).connected()).status());
			}
		}
	}

	private static DeviceProof certificate(SelfSignedCertificate of) {
		return new DeviceProof.Certificate(new ClientCertificate(List.of(of.certificate()), of.revealKey()));
	}

	@Test
	void aModuleIsADeviceToo() throws Exception {
		all.create("d");
		ClientId id = ClientId.module("d", "m");
		try (IotHubClient client = all.client(); AmqpDevices devices = all.builder().build()) {
			client.modules().create(ModuleIdentity.of("d", "m").withAuthentication(Devices.keys())).await(Cancellation.none());
			try (AmqpDevice shared = devices.connect(id, Devices.key(), DeviceListener.NONE)) {
				doesAll(shared);
			}
			doesAll(devices.connectAlone(id, Devices.key(), DeviceListener.NONE));
		}
	}

	@Test
	void aTokenThatSomebodyElseHasMadeIsGoodUntilItsEnd() throws Exception {
		all.create("d");
		try (AmqpDevices devices = all.builder().build()) {
			try (AmqpDevice shared = devices.connect(ClientId.device("d"), token(Duration.ofHours(1)), DeviceListener.NONE)) {
				doesAll(shared);
			}
			doesAll(devices.connectAlone(ClientId.device("d"), token(Duration.ofHours(1)), DeviceListener.NONE));
			assertEquals(401, failure(ServiceException.class,
					devices.connect(ClientId.device("d"), token(Duration.ofHours(-1)), DeviceListener.NONE).connected()).status());
		}
	}

	@Test
	void aClockThatIsBehindIsNoWrongKey() throws Exception {
		all.create("d");
		ClientId module = ClientId.module("d", "m");
		Clock late = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));
		try (IotHubClient client = all.client(); AmqpDevices devices = all.builder().clock(late).build()) {
			client.modules().create(ModuleIdentity.of("d", "m").withAuthentication(Devices.keys())).await(Cancellation.none());
			DeviceHeard heard = new DeviceHeard();
			AmqpDevice device = devices.connect(ClientId.device("d"), Devices.key(), heard);
			CompletableFuture<?> sent = device.send(message("x"));
			assertBehind(failure(ServiceException.class, device.connected()));
			assertBehind(failure(ServiceException.class, sent));
			assertBehind(assertInstanceOf(ServiceException.class, heard.failed()));
			assertBehind(failure(ServiceException.class, devices.connectAlone(ClientId.device("d"), Devices.key(), DeviceListener.NONE).connected()));
		}
		try (AmqpDevices devices = all.builder().clock(late).build()) {
			assertBehind(failure(ServiceException.class, devices.connect(module, Devices.key(), DeviceListener.NONE).connected()));
		}
		try (AmqpDevices devices = all.builder().build()) {
			assertFalse(isBehind(failure(ServiceException.class,
					devices.connect(ClientId.device("d"), Devices.wrongKey(), DeviceListener.NONE).connected())));
		}
	}

	@Test
	void oneAsksForTheTimeWhereManyAreRefused() throws Exception {
		List<String> ids = IntStream.range(0, 20).mapToObj(i -> "d" + i).toList();
		all.create(ids.stream());
		Clock late = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));
		try (TestProxy proxy = TestProxy.start("", "");
				AmqpDevices devices = all.builder().transport(AmqpTransport.WEBSOCKET).proxy(host -> proxy.as("", "")).clock(late).build()) {
			List<AmqpDevice> refused = ids.stream().map(id -> devices.connect(ClientId.device(id), Devices.key(), DeviceListener.NONE)).toList();
			for (AmqpDevice device : refused) {
				assertBehind(failure(ServiceException.class, device.connected()));
			}
			assertEquals(2, proxy.connects().size(), "once for all devices, and once for the time");
		}
	}

	private static void assertBehind(ServiceException refused) {
		assertTrue(isBehind(refused), refused::toString);
	}

	private static boolean isBehind(ServiceException refused) {
		Duration skew = refused.clockSkew();
		return refused.status() == 401 && skew != null && skew.compareTo(Duration.ofHours(2)) > 0;
	}

	private DeviceProof token(Duration life) {
		return new DeviceProof.Token(SharedAccessSignature.parse(Devices.token("127.0.0.1/devices/d", Instant.now().plus(life))));
	}

	@Test
	void devicesStayConnectedWhileTheirTokensComeToTheirEnd() throws Exception {
		all.create("a", "b", "alone");
		hub.hub().inject(new FaultPlan(1, List.of(FaultRule.of("PutToken", new FaultEffect.Delay(Duration.ZERO)))));
		Duration life = Duration.ofSeconds(12);
		DeviceHeard together = new DeviceHeard();
		DeviceHeard alone = new DeviceHeard();
		Instant end = Instant.now().plus(life).plusSeconds(2);
		try (AmqpDevices devices = all.builder().tokenLife(life).build()) {
			AmqpDevice a = devices.connect(ClientId.device("a"), Devices.key(), together);
			AmqpDevice b = devices.connect(ClientId.device("b"), Devices.key(), together);
			AmqpDevice c = devices.connectAlone(ClientId.device("alone"), Devices.key(), alone);
			alone.connectedAgain();
			while (Instant.now().isBefore(end)) {
				got(CompletableFuture.allOf(a.send(message("x")), b.send(message("x")), c.send(message("x"))));
			}
			assertTrue(hub.hub().injected().get(0) >= 4, () -> "only " + hub.hub().injected() + " tokens were shown");
			assertEquals(0, together.losses());
			// it needs another connection for it, and nobody is disturbed by that
			alone.connectedAgain();
			assertEquals(0, alone.losses());
		}
	}

	@Test
	void devicesShareAConnectionOverWebSocketAndThroughAProxyToo() throws Exception {
		all.create("a", "b", "c", "alone");
		try (TestProxy proxy = TestProxy.start("me", "pä:ss");
				AmqpDevices devices = all.builder().transport(AmqpTransport.WEBSOCKET).proxy(host -> proxy.as("me", "pä:ss")).build()) {
			for (String id : List.of("a", "b", "c")) {
				doesAll(devices.connect(ClientId.device(id), Devices.key(), DeviceListener.NONE));
			}
			assertEquals(List.of("127.0.0.1:" + hub.hub().port()), proxy.connects());
			doesAll(devices.connectAlone(ClientId.device("alone"), Devices.key(), DeviceListener.NONE));
			assertEquals(2, proxy.connects().size());
		}
		try (TestProxy proxy = TestProxy.start("me", "pä:ss");
				AmqpDevices devices = all.builder().transport(AmqpTransport.WEBSOCKET).proxy(host -> proxy.as("me", "s3cret")).build()) {
			ConnectionException refused = failure(ConnectionException.class,
					devices.connect(ClientId.device("a"), Devices.key(), DeviceListener.NONE).connected());
			assertEquals(ConnectionException.Kind.PROXY_AUTHENTICATION, refused.kind());
			assertFalse(refused.toString().contains("s3cret"), refused::toString);
		}
	}

	@Test
	void aWebSocketThatNobodyAnswersIsToldOf() throws Exception {
		int closed;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			closed = socket.getLocalPort();
		}
		try (AmqpDevices devices = all.at(new HubHost("127.0.0.1", closed)).transport(AmqpTransport.WEBSOCKET).build()) {
			assertEquals(ConnectionException.Kind.REFUSED, failure(ConnectionException.class,
					devices.connect(ClientId.device("a"), Devices.key(), DeviceListener.NONE).connected()).kind());
		}
	}

	@Test
	void aHubThatIsBusyIsAskedAgain() throws Exception {
		all.create("d", "e");
		DeviceHeard together = new DeviceHeard();
		DeviceHeard alone = new DeviceHeard();
		try (AmqpDevices devices = all.builder().build()) {
			FaultEffect busy = new FaultEffect.Status(503, "ServerBusy");
			hub.hub().inject(new FaultPlan(1, List.of(FaultRule.of("PutToken", busy).withTimes(1), FaultRule.of("AttachLink", busy).withSkip(2).withTimes(1))));
			AmqpDevice device = devices.connect(ClientId.device("d"), Devices.key(), together);
			assertEquals(503, assertInstanceOf(ServiceException.class, together.lost()).status());
			assertEquals(503, assertInstanceOf(ServiceException.class, together.lost()).status());
			doesAll(device);

			hub.hub().inject(new FaultPlan(1, List.of(FaultRule.of("AttachLink", busy).withTimes(1))));
			AmqpDevice other = devices.connectAlone(ClientId.device("e"), Devices.key(), alone);
			assertEquals(503, assertInstanceOf(ServiceException.class, alone.lost()).status());
			doesAll(other);
		}
	}

	@Test
	void aLinkThatTheHubClosesIsOpenedAgain() throws Exception {
		all.create("d", "e");
		DeviceHeard heard = new DeviceHeard();
		DeviceHeard other = new DeviceHeard();
		try (AmqpDevices devices = all.builder().build()) {
			AmqpDevice device = devices.connect(ClientId.device("d"), Devices.key(), heard);
			got(device.send(message("1")));
			AmqpDevice neighbour = devices.connect(ClientId.device("e"), Devices.key(), other);
			got(neighbour.send(message("1")));
			// half of an answer is a detach in AMQP
			hub.hub().inject(new FaultPlan(1, List.of(FaultRule.of("SendDeviceEvent", FaultEffect.Break.TRUNCATE).withTimes(1))));
			got(device.send(message("2")));
			assertEquals("amqp:link:detach-forced", assertInstanceOf(ServiceException.class, heard.lost()).errorName());
			assertEquals(0, other.losses());
			doesAll(device);
		}
	}

	@Test
	void whoConnectsAsTheSameDeviceElsewhereTakesItsPlaceAndTheFirstIsToldSo() throws Exception {
		all.create("d");
		DeviceHeard heard = new DeviceHeard();
		try (AmqpDevices here = all.builder().build(); AmqpDevices there = all.builder().build()) {
			AmqpDevice first = here.connect(ClientId.device("d"), Devices.key(), heard);
			got(first.send(message("x")));
			try (AmqpDevice second = there.connect(ClientId.device("d"), Devices.key(), DeviceListener.NONE)) {
				got(second.connected());
				assertInstanceOf(ServiceException.class, heard.lost());
			}
			doesAll(first);
		}
	}

	/** Sends, is called, and reads its twin. */
	private void doesAll(AmqpDevice device) throws Exception {
		BlockingQueue<String> called = new LinkedBlockingQueue<>();
		got(device.send(message("x")));
		got(device.onMethod((name, payload) -> {
			called.add(name);
			return CompletableFuture.completedFuture(new MethodResult(200, payload));
		}));
		assertEquals("{}", Devices.there(device.twin()).desired());
		try (IotHubClient client = all.client()) {
			client.methods().invoke(device.id(), DirectMethod.of("m", "1")).await(Cancellation.none());
		}
		assertEquals("m", called.poll(Devices.SECONDS, TimeUnit.SECONDS));
	}
}
