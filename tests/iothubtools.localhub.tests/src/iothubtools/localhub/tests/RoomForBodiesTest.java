// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.localhub.settings.ConnectionLimits;
import iothubtools.localhub.settings.HubLimits;

/** Bodies of strangers are not taken, and those of others in as much room as there is. */
@Timeout(120)
class RoomForBodiesTest {

	private static final Duration STALL = Duration.ofMillis(800);
	private static final Duration IDLE = Duration.ofMillis(2500);
	private static final int RATE = 4000;
	private static final int ROOM = 1_000_000;
	private static final HubLimits LIMITS = HubLimits.DEFAULT.withConnections(new ConnectionLimits(STALL, RATE, IDLE, ROOM));

	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withLimits(LIMITS));
	@RegisterExtension
	static final TestHub PLAIN = TestHub.with(settings -> settings.withLimits(LIMITS).withPlainHttp(true));

	@BeforeAll
	static void prepare() {
		PLAIN.create("d");
	}

	@Test
	void aCallerThatIsRefusedIsToldBeforeItsBodyComes() throws Exception {
		for (String length : new String[] { "Content-Length: 8000000", "Transfer-Encoding: chunked" }) {
			try (RawHttp socket = RawHttp.open(HUB)) {
				socket.send("PUT /devices/d" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\n" + length + "\r\n\r\n");
				String answer = socket.readHead();
				assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
			}
		}
	}

	/** The body is dropped as it comes, and the connection can be used on. */
	@Test
	void theBodyOfACallerThatIsRefusedIsDropped() throws Exception {
		try (RawHttp socket = RawHttp.open(PLAIN)) {
			socket.send("PUT /devices/d" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n" + "x".repeat(3_000_000)
					+ RawHttp.get(PLAIN, "/devices/d"));
			String answers = socket.readAll();
			assertTrue(answers.startsWith("HTTP/1.1 401 ") && answers.contains("HTTP/1.1 200 "), answers);
			assertEquals(3, answers.split("HTTP/1.1 ", -1).length, answers);
		}
	}

	@Test
	void whoAsksBeforeItSendsIsAnsweredBeforeItSends() throws Exception {
		String rest = "Expect: 100-continue\r\nContent-Length: 16\r\n\r\n";
		try (RawHttp socket = RawHttp.open(PLAIN)) {
			socket.send("PUT /devices/d" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\n" + rest);
			String answer = socket.readAll();
			assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
		}
		try (RawHttp socket = RawHttp.open(PLAIN)) {
			socket.send(RawHttp.put(PLAIN, "e") + rest);
			assertEquals("HTTP/1.1 100 Continue\r\n\r\n", socket.readHead());
			socket.send("{\"deviceId\":\"e\"}");
			assertTrue(socket.readHead().startsWith("HTTP/1.1 200 "));
		}
	}

	@Test
	void manyLargeBodiesOfStrangersLeaveRoomForOthers() throws Exception {
		RawHttp[] sockets = new RawHttp[100];
		try {
			for (int i = 0; i < sockets.length; i++) {
				sockets[i] = RawHttp.open(PLAIN);
				sockets[i].send("PUT /devices/d" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nContent-Length: 8000000\r\n\r\n" + "x".repeat(100_000));
			}
			for (RawHttp socket : sockets) {
				assertTrue(socket.readHead().startsWith("HTTP/1.1 401 "));
			}
			PLAIN.put("roomy", "" + " ".repeat(900_000)).expect(200);
			PLAIN.call("DELETE", "/devices/roomy", null, "If-Match", "*").expect(204);
		} finally {
			for (RawHttp socket : sockets) {
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
		try (RawHttp first = RawHttp.open(PLAIN); RawHttp second = RawHttp.open(PLAIN)) {
			first.send(RawHttp.put(PLAIN, "first") + "Content-Length: " + body.length() + "\r\n\r\n");
			// it has its room when the hub takes what comes
			first.send(body.substring(0, 100_000));
			PLAIN.create("small");
			String other = body.replace("first", "other");
			CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
				try {
					second.send(RawHttp.put(PLAIN, "other") + "Content-Length: " + other.length() + "\r\n\r\n" + other);
				} catch (IOException e) {
					throw new AssertionError(e);
				}
			});
			PLAIN.create("small-2");
			assertFalse(second.hasAnswer());
			first.send(body.substring(100_000));
			assertTrue(first.readHead().startsWith("HTTP/1.1 200 "));
			assertTrue(second.readHead().startsWith("HTTP/1.1 200 "));
			sending.get(20, TimeUnit.SECONDS);
		}
	}

	@Test
	void whoWaitsForRoomTooLongIsToldToComeAgain() throws Exception {
		try (RawHttp first = RawHttp.open(PLAIN); RawHttp second = RawHttp.open(PLAIN)) {
			first.send(RawHttp.put(PLAIN, "first") + "Content-Length: 900000\r\n\r\n");
			PLAIN.create("meanwhile");
			CompletableFuture<Void> steady = RawHttp.drips(() -> first.send("x".repeat(1000)));
			second.send(RawHttp.put(PLAIN, "second") + "Expect: 100-continue\r\nContent-Length: 900000\r\n\r\n");
			String answer = second.readAll();
			assertTrue(answer.startsWith("HTTP/1.1 503 ") && answer.contains("ServerBusy"), answer);
			assertFalse(steady.isDone());
		}
	}
}
