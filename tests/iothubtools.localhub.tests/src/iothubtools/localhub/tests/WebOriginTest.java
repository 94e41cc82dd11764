// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser lets every page open WebSockets to every host and says in Origin which page it is: programs may, pages of others not. */
@Timeout(60)
class WebOriginTest {

	private static final String SWITCHED = "HTTP/1.1 101 Switching Protocols";
	private static final String FORBIDDEN = "HTTP/1.1 403 Forbidden";

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	/** The first line of the answer to a handshake; PORT stands for the hub's. */
	private static String answer(String host, String more) throws Exception {
		return exchange(host, more, in -> new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).readLine());
	}

	private interface Reading {
		String from(InputStream in) throws IOException;
	}

	private static String exchange(String host, String more, Reading reading) throws Exception {
		String port = Integer.toString(HUB.hub().port());
		String request = "GET /$iothub/websocket HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
				+ "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: mqtt\r\n" + more
				+ "\r\n";
		try (Socket socket = HUB.tls().getSocketFactory().createSocket("127.0.0.1", HUB.hub().port())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request.replace("PORT", port).getBytes(StandardCharsets.US_ASCII));
			return reading.from(socket.getInputStream());
		}
	}

	@Test
	void aProgramThatNamesNoOriginConnects() throws Exception {
		assertEquals(SWITCHED, answer("127.0.0.1:PORT", ""));
		assertEquals(SWITCHED, answer("whatever", ""));
	}

	/** Paho for Python names the host and the port it connects to, also the port that is the usual one. */
	@ParameterizedTest
	@ValueSource(strings = { "https://127.0.0.1:PORT", "https://localhost:PORT", "https://LocalHost:PORT", "https://[::1]:PORT",
			"http://127.0.0.1:PORT" })
	void theHubsOwnNamesConnect(String origin) throws Exception {
		assertEquals(SWITCHED, answer("127.0.0.1:PORT", "Origin: " + origin + "\r\n"));
	}

	/** What a proxy led here from the port of an IoT Hub names that. */
	@Test
	void thePortIsThatOfTheRequest() throws Exception {
		assertEquals(SWITCHED, answer("127.0.0.1", "Origin: https://127.0.0.1\r\n"));
		assertEquals(SWITCHED, answer("127.0.0.1", "Origin: https://127.0.0.1:443\r\n"));
		assertEquals(SWITCHED, answer("127.0.0.1:443", "Origin: https://127.0.0.1\r\n"));
		assertEquals(FORBIDDEN, answer("127.0.0.1", "Origin: http://127.0.0.1\r\n"));
		assertEquals(FORBIDDEN, answer("127.0.0.1:PORT", "Origin: https://127.0.0.1:1\r\n"));
	}

	/** The last one is a name of somebody else that was made to lead here. */
	@ParameterizedTest
	@ValueSource(strings = { "null", "", "x", "https://page.example", "https://page.example:PORT", "http://localhost:3000", "file://",
			"https://127.0.0.1.page.example:PORT", "https://page.example/127.0.0.1:PORT", "https://127.0.0.1:PORT@page.example",
			"https://page.example\r\nOrigin: https://127.0.0.1:PORT", "app://127.0.0.1:PORT" })
	void pagesOfOthersAreRefused(String origin) throws Exception {
		assertEquals(FORBIDDEN, answer("127.0.0.1:PORT", "Origin: " + origin + "\r\n"));
		assertEquals(FORBIDDEN, answer("page.example:PORT", "Origin: " + origin + "\r\n"));
	}

	@Test
	void whatWasRefusedIsToldAndIsNoMatterOfRequests() throws Exception {
		String answer = exchange("127.0.0.1", "Origin: https://page.example\r\n", in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
		assertTrue(answer.contains("iothub-errorcode: ForbiddenOrigin"), answer);
		assertTrue(answer.contains("the header Origin names another"), answer);
		// a page cannot send this without being asked about by its browser, which the hub never agrees to
		HUB.call("GET", "/devices", null, "Origin", "https://page.example").expect(200);
		assertFalse(HUB.call("OPTIONS", "/devices", null, "Origin", "https://page.example", "Access-Control-Request-Method", "GET")
				.expectError(404, "GenericNotFound").has("Access-Control-Allow-Origin"));
	}
}
