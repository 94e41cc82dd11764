// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.CloudToDeviceOutcome;
import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.HttpProxy;
import iothubtools.client.commands.Payload;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.ConnectionException.Kind;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.names.ClientId;
import iothubtools.client.tests.server.TestProxy;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.CertificateFile;
import iothubtools.tests.support.hub.LocalHubExtension;

/** AMQP over WebSocket on the port of HTTPS, for where port 5671 is closed, and through a proxy (contract §8.2). */
class WebSocketTest {

	private static final long SECONDS = 60;

	@RegisterExtension
	static final LocalHubExtension HUB = new LocalHubExtension(settings -> settings.withMqttPort(LocalHubSettings.NO_MQTT).withAmqpPort(0));

	@Test
	void itIsAsGoodAsTheOtherWay() throws Exception {
		create("a");
		byte[] large = new byte[200_000];
		Arrays.fill(large, (byte) 'x');
		Heard heard = new Heard();
		try (AmqpHub service = webSocket().build();
				IotHubClient client = client();
				TelemetrySubscription reading = service.telemetry(TelemetryRequest.of("$Default", new StartPosition.Latest()), heard)) {
			heard.reading();
			assertInstanceOf(CloudToDeviceOutcome.Accepted.class, send(service, "a"));
			for (int i = 0; i < 20; i++) {
				client.device("a").send(DeviceMessage.builder().body(large).messageId(Integer.toString(i)).build()).await(Cancellation.none());
			}
			for (int i = 0; i < 20; i++) {
				TelemetryMessage message = heard.message();
				assertEquals(Integer.toString(i), message.system().messageId());
				assertEquals(new Payload(large), message.body());
			}
			// one that has to be cut into frames goes, too, if only to be refused
			assertInstanceOf(CloudToDeviceOutcome.Rejected.class, service
					.send(CloudToDeviceMessage.of(ClientId.device("a"), new Payload(new byte[256 * 1024]))).get(SECONDS, TimeUnit.SECONDS));
		}
	}

	@Test
	void itGoesOnAfterTheHubWasStopped() throws Exception {
		create("b");
		Heard heard = new Heard();
		try (AmqpHub service = webSocket().build();
				TelemetrySubscription reading = service.telemetry(TelemetryRequest.of("$Default", new StartPosition.Latest()), heard)) {
			heard.reading();
			HUB.stop();
			assertInstanceOf(ConnectionException.class, heard.waiting().exception());
			HUB.restart();
			try (IotHubClient client = client()) {
				client.device("b").send(DeviceMessage.builder().body("on".getBytes(StandardCharsets.UTF_8)).build()).await(Cancellation.none());
			}
			assertEquals(List.of("on"), heard.bodies(1));
		}
	}

	@Test
	void itGoesThroughAProxyThatWantsAPassword() throws Exception {
		create("c");
		Heard heard = new Heard();
		try (TestProxy proxy = TestProxy.start("me", "pä:ss");
				AmqpHub service = through(proxy.as("me", "pä:ss")).build();
				TelemetrySubscription reading = service.telemetry(TelemetryRequest.of("$Default", new StartPosition.Earliest()), heard)) {
			assertInstanceOf(CloudToDeviceOutcome.Accepted.class, send(service, "c"));
			heard.reading();
			// once for the message, once to be led to the endpoint, once there
			assertEquals(3, proxy.connects().size());
			assertEquals(Set.of("127.0.0.1:" + HUB.hub().port()), Set.copyOf(proxy.connects()));
		}
		try (TestProxy proxy = TestProxy.start("me", "pä:ss")) {
			assertEquals(Kind.PROXY_AUTHENTICATION, kind(through(proxy.as("", ""))));
			ConnectionException wrong = assertInstanceOf(ConnectionException.class, failure(through(proxy.as("me", "s3cret"))));
			assertEquals(Kind.PROXY_AUTHENTICATION, wrong.kind());
			assertFalse(wrong.toString().contains("s3cret"), wrong::toString);
		}
	}

	@Test
	void aProxyThatDoesNotLetThroughIsToldOf() throws Exception {
		try (TestProxy proxy = TestProxy.refusing("403 Forbidden")) {
			ConnectionException refused = assertInstanceOf(ConnectionException.class, failure(through(proxy.as("", ""))));
			assertEquals(Kind.PROXY_REFUSED, refused.kind());
			assertTrue(String.valueOf(refused.getMessage()).contains("403"), refused::toString);
		}
		assertEquals(Kind.PROXY_REFUSED, kind(through(new HttpProxy("127.0.0.1", closed(), null, null))));
	}

	@Test
	void whatAnswersAndIsNoHubIsToldOf() throws Exception {
		assertEquals(Kind.REFUSED, kind(at(new HubHost("127.0.0.1", closed()))));
		assertEquals(Kind.TLS_NOT_TRUSTED, kind(webSocket().trust(List.of())));
		assertEquals(Kind.TLS_FAILED, kind(at(new HubHost("127.0.0.1", plain()))));
		// it speaks AMQP in TLS alone
		HubException other = failure(at(new HubHost("127.0.0.1", HUB.hub().amqpPort())));
		assertTrue(other instanceof ProtocolException || other instanceof ConnectionException, other::toString);
	}

	/** Speaks plain HTTP once. */
	private static int plain() throws IOException {
		ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(() -> {
			try (server; Socket socket = server.accept()) {
				socket.getInputStream().read();
				socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				socket.getOutputStream().flush();
				socket.getInputStream().readAllBytes();
			} catch (IOException e) {
				// it has turned away
			}
		});
		thread.setDaemon(true);
		thread.start();
		return server.getLocalPort();
	}

	private static int closed() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static AmqpHub.Builder through(HttpProxy proxy) throws Exception {
		return webSocket().proxy(host -> proxy);
	}

	private static Kind kind(AmqpHub.Builder of) throws Exception {
		HubException failure = failure(of);
		return assertInstanceOf(ConnectionException.class, failure, failure::toString).kind();
	}

	private static HubException failure(AmqpHub.Builder of) throws Exception {
		try (AmqpHub service = of.build()) {
			return assertInstanceOf(HubException.class, assertThrows(ExecutionException.class, () -> send(service, "a")).getCause());
		}
	}

	private static CloudToDeviceOutcome send(AmqpHub service, String device) throws Exception {
		return service.send(CloudToDeviceMessage.of(ClientId.device(device), new Payload(new byte[] { 1 }))).get(SECONDS, TimeUnit.SECONDS);
	}

	private static AmqpHub.Builder webSocket() throws Exception {
		return at(connection().host());
	}

	private static AmqpHub.Builder at(HubHost host) throws Exception {
		SharedAccessKey key = assertInstanceOf(SharedAccessKey.class, connection().credential());
		return AmqpHub.builder(host, new SharedAccessPolicy(connection().policyName(), key)).transport(AmqpTransport.WEBSOCKET)
				.trust(List.of(new CertificateFile(HUB.hub().caCertificate()).read()));
	}

	private static HubConnectionString connection() {
		return HubConnectionString.parse(HUB.hub().connectionString("service"));
	}

	private static void create(String id) throws Exception {
		try (IotHubClient client = client()) {
			client.devices().create(DeviceIdentity.builder(id).build()).await(Cancellation.none());
		}
	}

	private static IotHubClient client() throws Exception {
		return IotHubClient.builder(HubConnectionString.parse(HUB.hub().connectionString("iothubowner")))
				.trust(List.of(new CertificateFile(HUB.hub().caCertificate()).read())).build();
	}
}
