// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.tests.support.time.Eventually;

/** What holds for every request and reply (contract §3.0), over TLS and without it. */
class ProtocolTest {

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();
	@RegisterExtension
	static final TestHub PLAIN = TestHub.with(settings -> settings.withPlainHttp(true));

	@Test
	void everyReplyHasTheHeadersOfTheService() {
		Reply reply = HUB.create("headers");
		assertEquals("application/json; charset=utf-8", reply.header("Content-Type"));
		assertEquals("Microsoft-HTTPAPI/2.0", reply.header("Server"));
		assertEquals("Origin", reply.header("Vary"));
		assertTrue(reply.has("Date"));
		assertEquals(36, UUID.fromString(reply.header("x-ms-request-id")).toString().length());
		Reply deleted = HUB.call("DELETE", "/devices/headers", null, "If-Match", "*").expect(204);
		assertEquals("0", deleted.header("Content-Length"));
		assertFalse(deleted.has("ETag"));
		assertFalse(deleted.has("Content-Type"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2016-02-03", "2018-06-30", "2020-05-31-preview", "2021-04-12", "2024-03-31" })
	void versionsInUseAreAccepted(String version) {
		HUB.callAs(HUB.token("iothubowner"), "GET", "/devices?api-version=" + version, null).expect(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?api-version=", "?api-version=1.0", "?api-version=2015-01-01", "?api-version=2021-04-12x" })
	void otherVersionsAreNot(String query) {
		HUB.callAs(HUB.token("iothubowner"), "GET", "/devices" + query, null).expectError(400, "InvalidProtocolVersion");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/devices/", "/DEVICES", "/Statistics/Devices", "/statistics/devices/" })
	void fixedWordsMatchInAnyCaseAndASlashMayFollow(String path) {
		HUB.call("GET", path, null).expect(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/nothing", "/devices/a/b", "/devices//", "/devicesx" })
	void anUnknownPathIs404(String path) {
		HUB.call("GET", path, null).expectError(404, "GenericNotFound");
	}

	@Test
	void aMethodThatAPathDoesNotHaveIs404() {
		HUB.call("DELETE", "/statistics/devices", null).expectError(404, "GenericNotFound");
		assertEquals(404, HUB.call("HEAD", "/devices", null).status());
	}

	@Test
	void theMethodMayBeOverridden() {
		HUB.create("override");
		Reply reply = HUB.call("POST", "/devices/override", null, "X-HTTP-Method-Override", "get").expect(200);
		assertEquals("override", reply.json().get("deviceId").getAsString());
		Reply patched = HUB.call("POST", "/twins/override", "{\"tags\":{\"a\":1}}", "X-HTTP-Method-Override", "PATCH");
		assertEquals("{\"a\":1}", patched.expect(200).json().get("tags").toString());
	}

	@Test
	void aBadlyEncodedPathIs400() throws Exception {
		String reply = raw("GET /devices/%zz" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
		assertTrue(reply.startsWith("HTTP/1.1 400 "), reply);
		assertTrue(reply.contains("ErrorCode:ArgumentInvalid;"), reply);
	}

	@Test
	void chunkedBodiesAndPipelinedRequestsAreAnsweredInTheirOrder() throws Exception {
		String common = "Host: h\r\nAuthorization: " + PLAIN.token("iothubowner") + "\r\n";
		String put = "PUT /devices/chunked" + TestHub.VERSION + " HTTP/1.1\r\n" + common
				+ "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"dev\r\n10\r\niceId\":\"chunked\"\r\n1\r\n}\r\n0\r\n\r\n";
		String get = "GET /devices/chunked" + TestHub.VERSION + " HTTP/1.1\r\n" + common + "\r\n";
		String last = "GET /statistics/devices" + TestHub.VERSION + " HTTP/1.1\r\n" + common + "Connection: close\r\n\r\n";
		String replies = raw(put + get + last);
		String[] each = replies.split("(?=HTTP/1\\.1 )");
		assertEquals(3, each.length, replies);
		assertTrue(each[0].startsWith("HTTP/1.1 200") && each[0].contains("\"parentScopes\":[]"), replies);
		assertTrue(each[1].startsWith("HTTP/1.1 200") && each[1].contains("0001-01-01T00:00:00Z"), replies);
		assertTrue(each[2].contains("\"totalDeviceCount\""), replies);
	}

	@Test
	void aThousandPipelinedRequestsAreAllAnswered() throws Exception {
		String get = "GET /statistics/devices" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nAuthorization: "
				+ PLAIN.token("iothubowner") + "\r\n";
		String replies = raw((get + "\r\n").repeat(999) + get + "Connection: close\r\n\r\n");
		assertEquals(1000, replies.split("HTTP/1\\.1 200", -1).length - 1);
	}

	/** Responses to requests that a client has sent ahead must not pile up in the hub. */
	@Test
	void whoDoesNotReadIsNotReadFromAndLosesNothing() throws Exception {
		PLAIN.create("deaf");
		PLAIN.call("PATCH", "/twins/deaf", "{\"tags\":{\"a\":\"" + "x".repeat(4000) + "\"}}").expect(200);
		String get = "GET /twins/deaf" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nAuthorization: "
				+ PLAIN.token("iothubowner") + "\r\nX-Padding: " + "x".repeat(16 * 1024) + "\r\n";
		int most = 5000;
		AtomicInteger sent = new AtomicInteger();
		try (Socket socket = new Socket("127.0.0.1", PLAIN.hub().port())) {
			OutputStream out = socket.getOutputStream();
			CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
				try {
					while (sent.incrementAndGet() < most) {
						out.write((get + "\r\n").getBytes(StandardCharsets.US_ASCII));
					}
					out.write((get + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			});
			AtomicInteger before = new AtomicInteger(-1);
			AtomicInteger still = new AtomicInteger();
			Eventually.holds("its requests are not taken any more", () -> {
				int now = sent.get();
				// the hub answers others meanwhile
				PLAIN.call("GET", "/statistics/devices", null).expect(200);
				still.set(before.getAndSet(now) == now ? still.get() + 1 : 0);
				return still.get() == 100 || now == most;
			});
			assertTrue(sent.get() < most, "all were taken: " + sent);
			String replies = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
			assertEquals(most, replies.split("HTTP/1\\.1 200", -1).length - 1);
			sending.get(20, TimeUnit.SECONDS);
		}
	}

	@Test
	void whatIsNoHttpIsRefused() throws Exception {
		String reply = raw("nonsense\r\n\r\n");
		assertTrue(reply.startsWith("HTTP/1.1 400 "), reply);
	}

	@Test
	void aBodyBeyondEveryLimitIs413BeforeItIsSent() throws Exception {
		String head = "PUT /devices/big" + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nAuthorization: "
				+ PLAIN.token("iothubowner") + "\r\nContent-Length: 9000000\r\n";
		String reply = raw(head + "\r\n");
		assertTrue(reply.startsWith("HTTP/1.1 413 ") && reply.contains("ErrorCode:MessageTooLarge;"), reply);
		assertTrue(raw(head + "Expect: 100-continue\r\n\r\n").startsWith("HTTP/1.1 413 "));
	}

	@Test
	void plainHttpIsNotSpokenOnATlsPort() throws Exception {
		assertEquals("https", HUB.hub().uri().getScheme());
		assertEquals("http", PLAIN.hub().uri().getScheme());
		assertFalse(raw(HUB.hub().port(), "GET /devices HTTP/1.1\r\nHost: h\r\n\r\n").contains("HTTP"));
	}

	private static String raw(String request) throws Exception {
		return raw(PLAIN.hub().port(), request);
	}

	/** Sends bytes and reads until the hub hangs up. */
	private static String raw(int port, String request) throws Exception {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream().flush();
			StringBuilder text = new StringBuilder();
			try (BufferedReader in = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
				for (int next = in.read(); next >= 0; next = in.read()) {
					text.append((char) next);
				}
			}
			return text.toString();
		}
	}
}
