// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.ConnectionLimits;
import iothubtools.localhub.settings.HubLimits;
import iothubtools.localhub.settings.LocalHubSettings;

/** What a client begins and does not bring to its end is not waited for, and who waits rightly is not cut off. */
@Timeout(120)
class SlowClientTest {

	private static final Duration STALL = Duration.ofMillis(800);
	private static final Duration IDLE = Duration.ofMillis(2500);
	private static final int RATE = 4000;

	private static final HubLimits LIMITS = HubLimits.DEFAULT.withConnections(new ConnectionLimits(STALL, RATE, IDLE, 1_000_000));

	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withLimits(LIMITS));
	@RegisterExtension
	static final TestHub PLAIN = TestHub.with(settings -> settings.withLimits(LIMITS).withPlainHttp(true));

	@BeforeAll
	static void prepare() {
		HUB.create("d");
		PLAIN.create("d");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "PUT /devi", "PUT /devices/d HTTP/1.1\r\n", "PUT /devices/d HTTP/1.1\r\nHost: h\r\nAccept: a",
			"GET /$iothub/websocket HTTP/1.1\r\nUpgrade: websocket\r\n" })
	void aHeadThatStopsIsNotWaitedFor(String part) throws Exception {
		for (TestHub each : new TestHub[] { HUB, PLAIN }) {
			try (RawHttp socket = RawHttp.open(each)) {
				socket.send(part);
				String answer = socket.readAll();
				assertTrue(part.isEmpty() ? answer.isEmpty() : answer.startsWith("HTTP/1.1 408 ") && answer.contains("RequestTimeout"), answer);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 100\r\n\r\n", "Content-Length: 100\r\n\r\n{\"deviceId\"", "Transfer-Encoding: chunked\r\n\r\n",
			"Transfer-Encoding: chunked\r\n\r\n5\r\n{\"dev" })
	void aBodyThatStopsIsNotWaitedFor(String part) throws Exception {
		for (TestHub each : new TestHub[] { HUB, PLAIN }) {
			try (RawHttp socket = RawHttp.open(each)) {
				socket.send(RawHttp.put(each, "d") + part);
				String answer = socket.readAll();
				assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT /", "PUT /devices/d HTTP/1.1\r\nX-Long: ", "body" })
	void whatComesDropByDropIsNotWaitedFor(String part) throws Exception {
		for (TestHub each : new TestHub[] { HUB, PLAIN }) {
			try (RawHttp socket = RawHttp.open(each)) {
				socket.send(part.equals("body") ? RawHttp.put(each, "d") + "Content-Length: 1000000\r\n\r\n" : part);
				socket.drips('x');
				assertTrue(socket.readAll().startsWith("HTTP/1.1 408 "));
			}
		}
	}

	@Test
	void aSecondRequestThatStopsIsNotWaitedForEither() throws Exception {
		try (RawHttp socket = RawHttp.open(PLAIN)) {
			socket.send(RawHttp.get(PLAIN, "/devices/d"));
			assertTrue(socket.readHead().startsWith("HTTP/1.1 200 "));
			socket.send("GET /devices/d");
			String answers = socket.readAll();
			assertTrue(answers.contains("HTTP/1.1 408 "), answers);
		}
	}

	/** A ClientHello that announces 512 bytes. */
	@ParameterizedTest
	@ValueSource(strings = { "", "16", "1603010200", "1603010200010001fc0303" })
	void aHandshakeOfTlsThatStopsIsNotWaitedFor(String part) throws Exception {
		for (int port : new int[] { HUB.hub().port(), HUB.hub().mqttPort(), HUB.hub().amqpPort() }) {
			try (RawHttp socket = new RawHttp(new Socket("127.0.0.1", port))) {
				socket.send(HexFormat.of().parseHex(part));
				socket.readAll();
			}
		}
	}

	/** Small devices need seconds to reckon with keys. */
	@Test
	void aHandshakeOfTlsMayTakeAsLongAsAFirstRequest(@TempDir Path data) throws Exception {
		Duration longer = Duration.ofMillis(10_500);
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(data)); RawHttp https = begun(hub.port()); RawHttp mqtt = begun(hub.mqttPort());
				RawHttp amqp = begun(hub.amqpPort())) {
			long end = System.nanoTime() + longer.toNanos();
			for (RawHttp socket : new RawHttp[] { https, mqtt, amqp }) {
				assertTrue(socket.staysOpen(Duration.ofNanos(end - System.nanoTime())));
			}
		}
	}

	private static RawHttp begun(int port) throws IOException {
		RawHttp socket = new RawHttp(new Socket("127.0.0.1", port));
		socket.send(HexFormat.of().parseHex("1603010200010001fc0303"));
		return socket;
	}

	@Test
	void aHandshakeOfTlsDropByDropIsNotWaitedFor() throws Exception {
		try (RawHttp socket = new RawHttp(new Socket("127.0.0.1", HUB.hub().port()))) {
			socket.send(HexFormat.of().parseHex("1603010200010001fc0303"));
			socket.drips(0);
			socket.readAll();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10", "1030", "103000044d51" })
	void aConnectThatStopsOrDripsIsNotWaitedFor(String part) throws Exception {
		for (boolean dripping : new boolean[] { false, true }) {
			try (RawHttp socket = new RawHttp(HUB.tls().getSocketFactory().createSocket("127.0.0.1", HUB.hub().mqttPort()))) {
				socket.send(HexFormat.of().parseHex(part + (dripping ? "10ffff03" : "")));
				if (dripping) {
					socket.drips(0);
				}
				socket.readAll();
			}
		}
	}

	/** The header of SASL, and the beginning of a frame that announces 64 KB. */
	@ParameterizedTest
	@ValueSource(strings = { "", "41", "414d5150030100", "414d515003010000", "414d5150030100000001", "414d51500301000000010000020100" })
	void anAmqpHeaderOrFrameThatStopsOrDripsIsNotWaitedFor(String part) throws Exception {
		for (boolean dripping : new boolean[] { false, true }) {
			try (RawHttp socket = new RawHttp(HUB.tls().getSocketFactory().createSocket("127.0.0.1", HUB.hub().amqpPort()))) {
				socket.send(HexFormat.of().parseHex(dripping ? "414d51500301000000010000020100" : part));
				if (dripping) {
					socket.drips(0);
				}
				socket.readAll();
			}
		}
	}

	/** Its keep alive is 0: it may be silent for half an hour, but not in the middle of a packet. */
	@Test
	void aPacketThatStopsOrDripsIsNotWaitedFor() throws Exception {
		byte[] packet = RawMqtt.publishPacket("devices/d/messages/events/", "x".repeat(10_000));
		for (boolean dripping : new boolean[] { false, true }) {
			try (RawMqtt raw = RawMqtt.connect(HUB, "d", 0)) {
				raw.send(Arrays.copyOf(packet, 100));
				CompletableFuture<Void> drips = dripping ? RawHttp.drips(() -> raw.send(new byte[] { 'x' })) : null;
				raw.isClosed();
				assertTrue(drips == null || !drips.isCompletedExceptionally());
			}
		}
	}

	@Test
	void aDeviceMayBeSilentBetweenPacketsAndMayBeSlowInThem() throws Exception {
		byte[] packet = RawMqtt.publishPacket("devices/d/messages/events/", "x".repeat(10_000));
		try (RawMqtt raw = RawMqtt.connect(HUB, "d", 0)) {
			untilAnIdleConnectionWasClosed();
			for (int sent = 0; sent < packet.length; sent += 1000) {
				raw.send(Arrays.copyOfRange(packet, sent, Math.min(sent + 1000, packet.length)));
				RawHttp.pause();
			}
			raw.send(HexFormat.of().parseHex("c000"));
			assertEquals("d000", HexFormat.of().formatHex(raw.read(2)));
			assertEquals(10_000, HUB.hub().receivedMessages("d").get(0).body().length);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "82", "827e0400" })
	void aFrameOfWebSocketThatStopsOrDripsIsNotWaitedFor(String part) throws Exception {
		for (boolean dripping : new boolean[] { false, true }) {
			try (RawHttp socket = RawHttp.open(HUB)) {
				socket.send("GET /$iothub/websocket HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
						+ "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n");
				// a masked frame of 1024 bytes
				socket.send(HexFormat.of().parseHex(dripping ? "82fe0400" : part));
				if (dripping) {
					socket.drips(0);
				}
				assertTrue(socket.readAll().startsWith("HTTP/1.1 101 "));
			}
		}
	}

	/** Browsers and other clients keep connections for a next request. */
	@Test
	void aConnectionMayBeIdleLongerThanARequestMayStop() throws Exception {
		try (RawHttp socket = RawHttp.open(HUB)) {
			socket.send(RawHttp.get(HUB, "/devices/d"));
			long begin = System.nanoTime();
			assertTrue(socket.readAll().startsWith("HTTP/1.1 200 "));
			long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
			assertTrue(millis >= IDLE.toMillis() - 100, "it ended after " + millis + " ms");
		}
	}

	@Test
	void aSlowBodyThatGoesOnIsTaken() throws Exception {
		String body = "{\"deviceId\":\"slow\"" + " ".repeat(12_000) + "}";
		try (RawHttp socket = RawHttp.open(PLAIN)) {
			socket.send(RawHttp.put(PLAIN, "slow") + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n");
			for (int sent = 0; sent < body.length(); sent += 1000) {
				socket.send(body.substring(sent, Math.min(sent + 1000, body.length())));
				RawHttp.pause();
			}
			String answer = socket.readAll();
			assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
		}
	}

	@Test
	void whoWaitsForAReplyIsNotCutOff() throws Exception {
		try (MqttDevice device = MqttDevice.connect(HUB, "d"); InputStream stream = HUB.open("/localhub/messages/stream")) {
			device.subscribe("$iothub/methods/POST/#", 0);
			CompletableFuture<Reply> method = CompletableFuture.supplyAsync(() -> HUB.call("POST", "/twins/d/methods",
					"{\"methodName\":\"m\",\"responseTimeoutInSeconds\":300,\"payload\":null}"));
			String topic = device.next().topic();
			untilAnIdleConnectionWasClosed();
			device.send("$iothub/methods/res/200/" + topic.substring(topic.indexOf('?')), "{}");
			method.get(20, TimeUnit.SECONDS).expect(200);
			device.sendEvent("", "streamed");
			EventReader events = new EventReader(stream);
			assertTrue(events.next().containsKey(""), "the comment it begins with");
			assertTrue(events.next().get("data").contains("\"text\":\"streamed\""));
		}
	}

	@Test
	void whoDoesNotReadItsReplyIsNotWaitedFor() throws Exception {
		PLAIN.create("large");
		PLAIN.call("PATCH", "/twins/large", "{\"tags\":{\"a\":\"" + "x".repeat(4000) + "\"}}").expect(200);
		String request = RawHttp.get(PLAIN, "/twins/large");
		Socket small = new Socket();
		small.setReceiveBufferSize(4096);
		small.connect(new InetSocketAddress("127.0.0.1", PLAIN.hub().port()));
		try (RawHttp socket = new RawHttp(small)) {
			CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
				try {
					while (true) {
						socket.send(request);
					}
				} catch (IOException e) {
					// the hub ended it
				}
			});
			sending.get(60, TimeUnit.SECONDS);
		}
	}

	/** Time passes for all: when a connection that nobody uses is closed, those before it have been left alone. */
	private static void untilAnIdleConnectionWasClosed() throws Exception {
		try (RawHttp idle = RawHttp.open(HUB)) {
			idle.send(RawHttp.get(HUB, "/devices/d"));
			idle.readAll();
		}
	}
}
