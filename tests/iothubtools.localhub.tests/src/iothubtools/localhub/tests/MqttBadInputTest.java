// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.tests.support.time.Eventually;

/** Whatever a client sends harms its own connection alone. */
@Timeout(120)
class MqttBadInputTest {

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();
	private static MqttDevice witness;
	private static final Logged LOGGED = new Logged();

	@BeforeAll
	static void prepare() throws Exception {
		Logger.getLogger("").addHandler(LOGGED);
		HUB.create("d");
		HUB.create("witness");
		witness = MqttDevice.connect(HUB, "witness");
	}

	@AfterAll
	static void nothingWasLogged() throws Exception {
		witness.sendEvent("", "still here");
		assertEquals(1, HUB.hub().receivedMessages("witness").size());
		assertEquals(0, HUB.hub().receivedMessages("d").size());
		witness.close();
		HUB.stop();
		Logger.getLogger("").removeHandler(LOGGED);
		assertEquals("", LOGGED.text.toString());
	}

	/** Packets in hexadecimal digits. */
	@ParameterizedTest
	@ValueSource(strings = { "00", "f0ff", "10ffffffff7f", "10ffffffffff", "1000", "c000", "3000", "8206000100016101", "e000",
			"100c00044d5154540402003c0000", "100c00044d5154540502003c0000", "100e00064d51497364700302003c0000",
			"100c00044d5154540403003c0000", "10ff7f00044d515454", "101000044d51545404c2003c0001ff0001ff",
			"102000044d51545404c2003cffff", "47455420", "160301" })
	void whatIsNoConnectEndsTheConnection(String packet) throws Exception {
		try (RawMqtt raw = RawMqtt.open(HUB)) {
			raw.send(HexFormat.of().parseHex(packet));
			// half a packet is waited for, so another follows
			raw.send(new byte[] { (byte) 0xF0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF });
			raw.endsInput();
			raw.isClosed();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "100c00044d5154540402003c0000", "20020000", "30ffffffff7f", "3080808001", "3600",
			"3203000161", "3205000161" + "0000", "36050001610001", "8200", "820400010001", "8206000000016101",
			"82080001000361ff6101", "a20200", "90030001" + "80", "50020001", "62020001", "d000", "b0020001", "f000", "0000",
			"3006000461002b62", "3003000123", "300400020061", "3004" + "0002c080", "3005" + "0003eda080" })
	void whatNoClientMaySendEndsTheConnection(String packet) throws Exception {
		try (RawMqtt raw = RawMqtt.connect(HUB, "d", 60)) {
			raw.send(HexFormat.of().parseHex(packet));
			raw.endsInput();
			raw.isClosed();
		}
	}

	/** A SUBSCRIBE and an UNSUBSCRIBE. */
	@ParameterizedTest
	@ValueSource(strings = { "82020001", "a2020001" })
	void whoNamesNoTopicGetsNoAnswer(String packet) throws Exception {
		try (RawMqtt raw = RawMqtt.connect(HUB, "d", 60)) {
			raw.send(HexFormat.of().parseHex(packet));
			assertEquals("", HexFormat.of().formatHex(raw.read(1)), "the end of the connection");
		}
	}

	@Test
	void acknowledgementsOfNothingAreForgotten() throws Exception {
		try (RawMqtt raw = RawMqtt.connect(HUB, "d", 60)) {
			raw.send(HexFormat.of().parseHex("40020001" + "4002ffff" + "c000"));
			assertEquals("d000", HexFormat.of().formatHex(raw.read(2)));
		}
	}

	@Test
	void aPacketMayComeByteByByte() throws Exception {
		try (RawMqtt raw = RawMqtt.connect(HUB, "d", 60)) {
			for (byte one : HexFormat.of().parseHex("820c0001000724696f743a2f2301")) {
				raw.send(new byte[] { one });
			}
			raw.isClosed();
		}
	}

	@Test
	void randomBytesHarmNobody() throws Exception {
		Random random = new Random(8883);
		for (int i = 0; i < 60; i++) {
			byte[] bytes = new byte[1 + random.nextInt(400)];
			random.nextBytes(bytes);
			try (RawMqtt raw = i % 2 == 0 ? RawMqtt.open(HUB) : RawMqtt.connect(HUB, "d", 60)) {
				// a publish to an allowed topic would be a message
				bytes[0] = (byte) (bytes[0] & 0xCF | 0x80);
				raw.send(bytes);
				raw.endsInput();
				raw.isClosed();
			}
		}
	}

	@Test
	void changedPacketsHarmNobody() throws Exception {
		Random random = new Random(1883);
		byte[] connect = RawMqtt.connectPacket("d", HUB.deviceToken("d"), 60);
		for (int i = 0; i < 60; i++) {
			byte[] bytes = Arrays.copyOf(connect, connect.length - random.nextInt(3));
			for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
				bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
			}
			try (RawMqtt raw = RawMqtt.open(HUB)) {
				raw.send(bytes);
				raw.endsInput();
				raw.isClosed();
			}
		}
	}

	@Test
	void bytesThatAreNoTlsEndTheConnection() throws Exception {
		try (Socket plain = new Socket("127.0.0.1", HUB.hub().mqttPort())) {
			plain.setSoTimeout(20_000);
			plain.getOutputStream().write(RawMqtt.connectPacket("d", "x", 60));
			assertTrue(plain.getInputStream().readAllBytes().length < 100, "an alert at most");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Sec-WebSocket-Protocol: amqp\r\n", "Sec-WebSocket-Protocol: amqp\r\nSec-WebSocket-Key: eA==\r\n" })
	void aWebSocketThatIsNoneIsRefused(String header) throws Exception {
		String request = "GET /$iothub/websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
				+ "Sec-WebSocket-Version: 13\r\n" + header + "\r\n";
		try (Socket socket = HUB.tls().getSocketFactory().createSocket("127.0.0.1", HUB.hub().port())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
			assertTrue(answer.startsWith("HTTP/1.1 400 "), () -> "answer: " + answer);
		}
	}

	@Test
	void whoDoesNotReadIsNotReadFromAndThenDisconnected() throws Exception {
		HUB.create("deaf");
		HUB.call("PATCH", "/twins/deaf", "{\"properties\":{\"desired\":{\"a\":\"" + "x".repeat(4000) + "\"}}}").expect(200);
		byte[] read = RawMqtt.publishPacket("$iothub/twin/GET/?$rid=1", "");
		AtomicInteger sent = new AtomicInteger();
		int most = 200_000;
		try (RawMqtt deaf = RawMqtt.connect(HUB, "deaf", 4)) {
			deaf.send(RawMqtt.subscribePacket("$iothub/twin/res/#"));
			CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
				try {
					while (sent.incrementAndGet() < most) {
						deaf.send(read);
					}
				} catch (IOException e) {
					// the test is over
				}
			});
			AtomicInteger before = new AtomicInteger(-1);
			Eventually.holds("its packets are not taken any more", () -> {
				int now = sent.get();
				// the time it takes others to send a few messages is long enough for one more packet
				Assertions.assertDoesNotThrow(() -> witness.subscribe("$iothub/twin/res/#", 0));
				Assertions.assertDoesNotThrow(() -> Thread.sleep(100));
				return before.getAndSet(now) == now && sent.get() == now;
			});
			assertTrue(sent.get() < most, "all was taken: " + sent);
			Eventually.holds("it is disconnected", () -> HUB.call("GET", "/devices/deaf", null).json().get("connectionState")
					.getAsString().equals("Disconnected"));
			sending.get(20, TimeUnit.SECONDS);
		}
	}

	/** What the hub and its libraries log as warnings and errors. */
	private static final class Logged extends Handler {

		private final StringBuffer text = new StringBuffer();

		@Override
		public void publish(LogRecord record) {
			if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
				text.append(record.getLoggerName()).append(": ").append(record.getMessage()).append(' ')
						.append(record.getThrown()).append('\n');
			}
		}

		@Override
		public void flush() {
			// nothing is held back
		}

		@Override
		public void close() {
			// nothing is open
		}
	}
}
