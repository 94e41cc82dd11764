// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;

/** Replies no hub gives, but something on the way to it does. */
class BadReplyTest {

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

	@ParameterizedTest
	@ValueSource(ints = { 200, 401, 403, 404, 511 })
	void recognisesAnHtmlPage(int status) {
		if (status == 511) {
			assertEquals(status, get(ServiceException.class, Response.html(status)).status());
			return;
		}
		ProtocolException failure = get(ProtocolException.class, Response.html(status));
		assertEquals(ProtocolException.Kind.NOT_JSON, failure.kind());
		assertEquals(status, failure.status());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Microsoft-HTTPAPI/2.0", "" })
	void namesARefusalOfTheHubsOwnFrontEnd(String server) {
		String page = "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"\"http://www.w3.org/TR/html4/strict.dtd\">\r\n"
				+ "<HTML><HEAD><TITLE>Bad Request</TITLE>\r\n"
				+ "<META HTTP-EQUIV=\"Content-Type\" Content=\"text/html; charset=us-ascii\"></HEAD>\r\n"
				+ "<BODY><h2>Bad Request - Invalid URL</h2>\r\n<hr><p>HTTP Error 400. The request URL is invalid.</p>\r\n"
				+ "</BODY></HTML>\r\n";
		ServiceException failure = get(ServiceException.class,
				Response.of(400, "text/html; charset=us-ascii", page, "Server", server, "Connection", "close"));
		assertEquals(400, failure.status());
		assertEquals("The front end before the hub refuses the request: Bad Request - Invalid URL: The request URL is invalid.",
				failure.serviceMessage());
	}

	@Test
	void knowsTheHubsOwnFrontEndByItsNameAlone() {
		ServiceException failure = get(ServiceException.class,
				Response.of(400, "text/html", "<h1>Bad Request (Invalid Hostname)</h1>", "Server", "Microsoft-HTTPAPI/1.0"));
		assertEquals("The front end before the hub refuses the request", failure.serviceMessage());
		// what HTTP.sys says where no hub is
		assertEquals(404, get(ProtocolException.class,
				Response.of(404, "text/html", "<h2>Not Found</h2>", "Server", "Microsoft-HTTPAPI/2.0")).status());
	}

	@Test
	void takesASignInPageForNoSuccess() throws IOException {
		try (TestServer server = TestServer.start(request -> Response.html(200)); IotHubClient client = client(server)) {
			Cancellation none = Cancellation.none();
			for (Executable call : List.<Executable>of(() -> client.devices().delete("d", null).await(none),
					() -> client.device("d", TestKeys.KEY).send(DeviceMessage.builder().build()).await(none),
					() -> client.devices().statistics().await(none), () -> client.checkRights().await(none))) {
				assertEquals(ProtocolException.Kind.NOT_JSON, assertThrows(ProtocolException.class, call).kind());
			}
		}
	}

	@Test
	void doesNotFollowARedirect() {
		ProtocolException failure = get(ProtocolException.class,
				Response.empty(302, "Location", "https://login.example/"));
		assertEquals(ProtocolException.Kind.UNEXPECTED, failure.kind());
		assertEquals(302, failure.status());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{\"deviceId\":\"d1\",\"status\":\"ena|TRUNCATED", "{|TRUNCATED",
			"``|NOT_JSON", "nonsense|NOT_JSON", "[1,2]|UNEXPECTED", "{\"x\":1}|UNEXPECTED", "\"text\"|UNEXPECTED" })
	void saysWhatIsWrongWithABody(String body, ProtocolException.Kind kind) {
		assertEquals(kind, get(ProtocolException.class, Response.json(200, body)).kind());
	}

	@Test
	void recognisesTruncatedLists() throws IOException {
		try (TestServer server = TestServer.start(request -> Response.json(200, "[{\"deviceId\":\"d\"},{\"devi"));
				IotHubClient client = client(server)) {
			assertEquals(ProtocolException.Kind.TRUNCATED, assertThrows(ProtocolException.class,
					() -> client.devices().listAll(page -> {
						throw new AssertionError("A page that is not whole must not be handed over");
					}, Cancellation.none())).kind());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { HEAD + "Content-Length: 100\r\n\r\n{\"deviceId\":",
			HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"dev\r\n" })
	void recognisesABodyThatBreaksOff(String text) {
		assertEquals(ProtocolException.Kind.TRUNCATED,
				get(ProtocolException.class, Response.rawThenClose(text)).kind());
	}

	@ParameterizedTest
	@ValueSource(strings = { "SSH-2.0-OpenSSH_9.6\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n" })
	void recognisesWhatIsNotHttp(String text) {
		HubException failure = get(HubException.class, Response.rawThenClose(text));
		assertEquals("UNEXPECTED", failure instanceof ProtocolException protocol ? protocol.kind().name()
				: failure.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 200 OK\r\nContent-Le", HEAD + "Content-Length: 100\r\n\r\n{",
			HEAD + "Transfer-Encoding: chunked\r\n\r\n" })
	void givesUpOnAReplyThatStops(String text) throws IOException {
		assertTimesOut(out -> {
			Response.raw(text).write(out);
			awaitClose(out, "");
		});
	}

	@Test
	void givesUpOnAReplyThatNeverEnds() throws IOException {
		// each byte comes in time: only the deadline for the whole reply can end this
		assertTimesOut(out -> {
			Response.raw(HEAD + "Transfer-Encoding: chunked\r\n\r\n").write(out);
			awaitClose(out, "1\r\n \r\n");
		});
	}

	static Stream<Response> tooLarge() {
		return Stream.of(Response.json(200, " ".repeat(2 << 20)), Response.json(400, " ".repeat(2 << 20)),
				Response.raw(HEAD + "Content-Length: 99999999999\r\n\r\n"), endless(HEAD + "Connection: close\r\n\r\n", " "),
				endless(HEAD + "Transfer-Encoding: chunked\r\n\r\n", "100\r\n" + " ".repeat(256) + "\r\n"),
				endless(HEAD, "x: y\r\n"), endless(HEAD + "x: ", "y"), endless("HTTP/1.1 200 ", "y"),
				endless(HEAD + "Transfer-Encoding: chunked\r\n\r\n1;x=", "y"),
				endless(HEAD + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "x: y\r\n"));
	}

	private static Response endless(String start, String part) {
		byte[] parts = part.repeat((1 << 20) / part.length()).getBytes(StandardCharsets.US_ASCII);
		return out -> {
			Response.raw(start).write(out);
			for (int i = 0; i < 200; i++) {
				out.write(parts);
			}
		};
	}

	@ParameterizedTest
	@MethodSource("tooLarge")
	void givesUpOnAReplyWithoutEndAndGoesOn(Response hostile) throws IOException, HubException {
		AtomicReference<Response> next = new AtomicReference<>(hostile);
		try (TestServer server = TestServer.start(request -> next.get());
				IotHubClient client = new HubFixture().client(server.host()).build()) {
			ProtocolException failure = assertThrows(ProtocolException.class,
					() -> client.devices().get("d").await(Cancellation.none()));
			assertEquals(ProtocolException.Kind.TOO_LARGE, failure.kind(), failure.getMessage());
			assertEquals(1, server.requests().size(), "not repeated");
			next.set(Response.json(200, DeviceIdentityTest.CREATED));
			assertEquals("d1", client.devices().get("d1").await(Cancellation.none()).deviceId());
		}
	}

	@Test
	void takesALongListAndAMessageWithManyProperties() throws IOException, HubException {
		String headers = IntStream.range(0, 400).mapToObj(i -> "iothub-app-p" + i + ": " + "v".repeat(120) + "\r\n")
				.collect(Collectors.joining());
		try (TestServer server = TestServer.start(request -> request.path().endsWith("/query")
				? Response.json(200, "[" + " ".repeat(20 << 20) + "]")
				: Response.raw(HEAD + "ETag: \"t\"\r\niothub-app-long: " + "v".repeat(60_000) + "\r\n" + headers
						+ "Content-Length: 2\r\n\r\n{}"));
				IotHubClient client = client(server)) {
			assertEquals(0, client.devices().listAll(page -> assertEquals(List.of(), page), Cancellation.none()).count());
			ReceivedCloudToDeviceMessage message = client.device("d", TestKeys.KEY).receive().await(Cancellation.none()).orElseThrow();
			assertEquals(401, message.properties().size());
		}
	}

	private static void assertTimesOut(Response response) throws IOException {
		Duration second = Duration.ofSeconds(1);
		try (TestServer server = TestServer.start(request -> response);
				IotHubClient client = new HubFixture().client(server.host())
						.timeouts(new Timeouts(second.dividedBy(2), second.dividedBy(2))).build()) {
			ConnectionException failure = assertTimeoutPreemptively(Duration.ofSeconds(5),
					() -> assertThrows(ConnectionException.class, () -> client.devices().get("d").await(Cancellation.none())));
			assertEquals(ConnectionException.Kind.TIMEOUT, failure.kind());
			assertEquals(1, server.requests().size(), "a timeout is not repeated");
		}
	}

	/** Writes now and then until the client has gone. */
	private static void awaitClose(OutputStream out, String part) throws IOException {
		for (int i = 0; i < 200; i++) {
			Response.raw(part).write(out);
			try {
				Thread.sleep(50);
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
		}
	}

	private static IotHubClient client(TestServer server) {
		return new HubFixture().client(server.host()).retry(RetryPolicy.none()).build();
	}

	private static <T extends HubException> T get(Class<T> type, Response response) {
		try (TestServer server = TestServer.start(request -> response); IotHubClient client = client(server)) {
			T failure = assertThrows(type, () -> {
				DeviceIdentity device = client.devices().get("d").await(Cancellation.none());
				throw new AssertionError("Taken for a device: " + device);
			});
			return failure;
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}
}
