// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.localhub.settings.ConnectionLimits;
import iothubtools.localhub.settings.HubLimits;

/** What a client begins and does not bring to its end is not waited for, and who waits rightly is not cut off. */
@Timeout(120)
class SlowClientTest {

	private static final int LIMIT_MILLIS = 20_000;
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
			try (Socket socket = open(each)) {
				send(socket, part);
				String answer = readAll(socket);
				assertTrue(part.isEmpty() ? answer.isEmpty() : answer.startsWith("HTTP/1.1 408 ") && answer.contains("RequestTimeout"), answer);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 100\r\n\r\n", "Content-Length: 100\r\n\r\n{\"deviceId\"", "Transfer-Encoding: chunked\r\n\r\n",
			"Transfer-Encoding: chunked\r\n\r\n5\r\n{\"dev" })
	void aBodyThatStopsIsNotWaitedFor(String part) throws Exception {
		for (TestHub each : new TestHub[] { HUB, PLAIN }) {
			try (Socket socket = open(each)) {
				send(socket, put(each, "d") + part);
				String answer = readAll(socket);
				assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT /", "PUT /devices/d HTTP/1.1\r\nX-Long: ", "body" })
	void whatComesDropByDropIsNotWaitedFor(String part) throws Exception {
		for (TestHub each : new TestHub[] { HUB, PLAIN }) {
			try (Socket socket = open(each)) {
				send(socket, part.equals("body") ? put(each, "d") + "Content-Length: 1000000\r\n\r\n" : part);
				drips(socket, 'x');
				assertTrue(readAll(socket).startsWith("HTTP/1.1 408 "));
			}
		}
	}

	@Test
	void aSecondRequestThatStopsIsNotWaitedForEither() throws Exception {
		try (Socket socket = open(PLAIN)) {
			send(socket, get(PLAIN, "/devices/d"));
			assertTrue(readHead(socket).startsWith("HTTP/1.1 200 "));
			send(socket, "GET /devices/d");
			String answers = readAll(socket);
			assertTrue(answers.contains("HTTP/1.1 408 "), answers);
		}
	}

	/** A ClientHello that announces 512 bytes. */
	@ParameterizedTest
	@ValueSource(strings = { "", "16", "1603010200", "1603010200010001fc0303" })
	void aHandshakeOfTlsThatStopsIsNotWaitedFor(String part) throws Exception {
		for (int port : new int[] { HUB.hub().port(), HUB.hub().mqttPort() }) {
			try (Socket socket = new Socket("127.0.0.1", port)) {
				socket.setSoTimeout(LIMIT_MILLIS);
				socket.getOutputStream().write(HexFormat.of().parseHex(part));
				readAll(socket);
			}
		}
	}

	@Test
	void aHandshakeOfTlsDropByDropIsNotWaitedFor() throws Exception {
		try (Socket socket = new Socket("127.0.0.1", HUB.hub().port())) {
			socket.setSoTimeout(LIMIT_MILLIS);
			socket.getOutputStream().write(HexFormat.of().parseHex("1603010200010001fc0303"));
			drips(socket, 0);
			readAll(socket);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10", "1030", "103000044d51" })
	void aConnectThatStopsOrDripsIsNotWaitedFor(String part) throws Exception {
		for (boolean dripping : new boolean[] { false, true }) {
			try (Socket socket = HUB.tls().getSocketFactory().createSocket("127.0.0.1", HUB.hub().mqttPort())) {
				socket.setSoTimeout(LIMIT_MILLIS);
				socket.getOutputStream().write(HexFormat.of().parseHex(part + (dripping ? "10ffff03" : "")));
				if (dripping) {
					drips(socket, 0);
				}
				readAll(socket);
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
				CompletableFuture<Void> drips = dripping ? drips(() -> raw.send(new byte[] { 'x' })) : null;
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
				pause();
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
			try (Socket socket = open(HUB)) {
				send(socket, "GET /$iothub/websocket HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
						+ "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n");
				// a masked frame of 1024 bytes
				socket.getOutputStream().write(HexFormat.of().parseHex(dripping ? "82fe0400" : part));
				if (dripping) {
					drips(socket, 0);
				}
				assertTrue(readAll(socket).startsWith("HTTP/1.1 101 "));
			}
		}
	}

	/** Browsers and other clients keep connections for a next request. */
	@Test
	void aConnectionMayBeIdleLongerThanARequestMayStop() throws Exception {
		try (Socket socket = open(HUB)) {
			send(socket, get(HUB, "/devices/d"));
			long begin = System.nanoTime();
			assertTrue(readAll(socket).startsWith("HTTP/1.1 200 "));
			long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
			assertTrue(millis >= IDLE.toMillis() - 100, "it ended after " + millis + " ms");
		}
	}

	@Test
	void aSlowBodyThatGoesOnIsTaken() throws Exception {
		String body = "{\"deviceId\":\"slow\"" + " ".repeat(12_000) + "}";
		try (Socket socket = open(PLAIN)) {
			send(socket, put(PLAIN, "slow") + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n");
			for (int sent = 0; sent < body.length(); sent += 1000) {
				send(socket, body.substring(sent, Math.min(sent + 1000, body.length())));
				pause();
			}
			String answer = readAll(socket);
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
		String request = get(PLAIN, "/twins/large");
		try (Socket socket = new Socket()) {
			socket.setReceiveBufferSize(4096);
			socket.connect(new InetSocketAddress("127.0.0.1", PLAIN.hub().port()));
			CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
				try {
					while (true) {
						send(socket, request);
					}
				} catch (IOException e) {
					// the hub ended it
				}
			});
			sending.get(60, TimeUnit.SECONDS);
		}
	}

	@Test
	void aCallerThatIsRefusedIsToldBeforeItsBodyComes() throws Exception {
		for (String length : new String[] { "Content-Length: 8000000", "Transfer-Encoding: chunked" }) {
			try (Socket socket = open(HUB)) {
				send(socket, "PUT /devices/d" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\n" + length + "\r\n\r\n");
				String answer = readHead(socket);
				assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
			}
		}
	}

	/** The body is dropped as it comes, and the connection can be used on. */
	@Test
	void theBodyOfACallerThatIsRefusedIsDropped() throws Exception {
		try (Socket socket = open(PLAIN)) {
			send(socket, "PUT /devices/d" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n" + "x".repeat(3_000_000)
					+ get(PLAIN, "/devices/d"));
			String answers = readAll(socket);
			assertTrue(answers.startsWith("HTTP/1.1 401 ") && answers.contains("HTTP/1.1 200 "), answers);
			assertEquals(3, answers.split("HTTP/1.1 ", -1).length, answers);
		}
	}

	@Test
	void whoAsksBeforeItSendsIsAnsweredBeforeItSends() throws Exception {
		String rest = "Expect: 100-continue\r\nContent-Length: 16\r\n\r\n";
		try (Socket socket = open(PLAIN)) {
			send(socket, "PUT /devices/d" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\n" + rest);
			String answer = readAll(socket);
			assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
		}
		try (Socket socket = open(PLAIN)) {
			send(socket, put(PLAIN, "e") + rest);
			assertEquals("HTTP/1.1 100 Continue\r\n\r\n", readHead(socket));
			send(socket, "{\"deviceId\":\"e\"}");
			assertTrue(readHead(socket).startsWith("HTTP/1.1 200 "));
		}
	}

	@Test
	void manyLargeBodiesOfStrangersLeaveRoomForOthers() throws Exception {
		Socket[] sockets = new Socket[100];
		try {
			for (int i = 0; i < sockets.length; i++) {
				sockets[i] = open(PLAIN);
				send(sockets[i], "PUT /devices/d" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nContent-Length: 8000000\r\n\r\n" + "x".repeat(100_000));
			}
			for (Socket socket : sockets) {
				assertTrue(readHead(socket).startsWith("HTTP/1.1 401 "));
			}
			PLAIN.put("roomy", "" + " ".repeat(900_000)).expect(200);
			PLAIN.call("DELETE", "/devices/roomy", null, "If-Match", "*").expect(204);
		} finally {
			for (Socket socket : sockets) {
				if (socket != null) {
					socket.close();
				}
			}
		}
	}

	/** There is room for a million bytes. */
	@Test
	void aLargeBodyWaitsForRoomAndASmallOneDoesNot() throws Exception {
		String body = "{\"deviceId\":\"first\"" + " ".repeat(700_000) + "}";
		try (Socket first = open(PLAIN); Socket second = open(PLAIN)) {
			send(first, put(PLAIN, "first") + "Content-Length: " + body.length() + "\r\n\r\n");
			// it has its room when the hub takes what comes
			send(first, body.substring(0, 100_000));
			PLAIN.create("small");
			String other = body.replace("first", "other");
			CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
				try {
					send(second, put(PLAIN, "other") + "Content-Length: " + other.length() + "\r\n\r\n" + other);
				} catch (IOException e) {
					throw new AssertionError(e);
				}
			});
			PLAIN.create("small-2");
			assertFalse(second.getInputStream().available() > 0);
			send(first, body.substring(100_000));
			assertTrue(readHead(first).startsWith("HTTP/1.1 200 "));
			assertTrue(readHead(second).startsWith("HTTP/1.1 200 "));
			sending.get(20, TimeUnit.SECONDS);
		}
	}

	@Test
	void whoWaitsForRoomTooLongIsToldToComeAgain() throws Exception {
		try (Socket first = open(PLAIN); Socket second = open(PLAIN)) {
			send(first, put(PLAIN, "first") + "Content-Length: 900000\r\n\r\n");
			PLAIN.create("meanwhile");
			CompletableFuture<Void> steady = drips(() -> send(first, "x".repeat(1000)));
			send(second, put(PLAIN, "second") + "Expect: 100-continue\r\nContent-Length: 900000\r\n\r\n");
			String answer = readAll(second);
			assertTrue(answer.startsWith("HTTP/1.1 503 ") && answer.contains("ServerBusy"), answer);
			assertFalse(steady.isDone());
		}
	}

	/** Time passes for all: when a connection that nobody uses is closed, those before it have been left alone. */
	private static void untilAnIdleConnectionWasClosed() throws Exception {
		try (Socket idle = open(HUB)) {
			send(idle, get(HUB, "/devices/d"));
			readAll(idle);
		}
	}

	/** The pace of a slow client, which is what is tested. */
	private static void pause() throws InterruptedException {
		Thread.sleep(120);
	}

	private static String put(TestHub to, String deviceId) {
		return "PUT /devices/" + deviceId + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + to.token("iothubowner")
				+ "\r\n";
	}

	private static String get(TestHub to, String path) {
		return "GET " + path + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + to.token("iothubowner") + "\r\n\r\n";
	}

	private static Socket open(TestHub to) throws Exception {
		Socket socket = to == PLAIN ? new Socket("127.0.0.1", to.hub().port())
				: to.tls().getSocketFactory().createSocket("127.0.0.1", to.hub().port());
		socket.setSoTimeout(LIMIT_MILLIS);
		return socket;
	}

	private static void send(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().flush();
	}

	private interface Drop {

		void fall() throws IOException;
	}

	private static void drips(Socket socket, int drop) {
		drips(() -> {
			socket.getOutputStream().write(drop);
			socket.getOutputStream().flush();
		});
	}

	/** Sends again and again, until the hub ends the connection. */
	private static CompletableFuture<Void> drips(Drop drop) {
		return CompletableFuture.runAsync(() -> {
			try {
				while (true) {
					drop.fall();
					pause();
				}
			} catch (IOException e) {
				// the hub ended it
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
	}

	/** What the hub sends until it hangs up; fails when it does not. */
	private static String readAll(Socket socket) {
		StringBuilder text = new StringBuilder();
		try {
			InputStream in = socket.getInputStream();
			for (int next = in.read(); next >= 0; next = in.read()) {
				text.append((char) next);
			}
		} catch (SocketTimeoutException e) {
			throw new AssertionError("the hub leaves the connection open, after " + text, e);
		} catch (IOException e) {
			// it was reset, which is an end too
		}
		return text.toString();
	}

	/** The head of the next reply. */
	private static String readHead(Socket socket) throws IOException {
		StringBuilder text = new StringBuilder();
		InputStream in = socket.getInputStream();
		for (int next = in.read(); next >= 0; next = in.read()) {
			text.append((char) next);
			if (text.indexOf("\r\n\r\n") >= 0) {
				return text.toString();
			}
		}
		throw new AssertionError("the hub hung up after " + text);
	}
}
