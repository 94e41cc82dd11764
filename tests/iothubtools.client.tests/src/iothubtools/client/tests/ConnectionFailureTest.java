// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.errors.ConnectionException.Kind;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestCertificates;
import iothubtools.client.tests.server.TestServer;

/** No connection, and why. */
class ConnectionFailureTest {

	private static final Response CREATED = Response.json(200, DeviceIdentityTest.CREATED);

	private static @Nullable TestCertificates certificates;

	private final HubFixture fixture = new HubFixture();

	@BeforeAll
	static void makeCertificates(@TempDir Path directory)
			throws IOException, InterruptedException, GeneralSecurityException {
		certificates = TestCertificates.create(directory, "ip:127.0.0.1");
	}

	@Test
	void saysThatThePortIsClosed() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		assertFails(Kind.REFUSED, fixture.client(new HubHost("127.0.0.1", port)));
	}

	@Test
	void saysThatTheNameIsNotKnown() {
		assertFails(Kind.NAME_NOT_FOUND, fixture.client(HubHost.parse("no-such-hub.invalid")));
	}

	@Test
	void givesUpOnAConnectionThatIsNotAccepted() throws IOException {
		Duration half = Duration.ofMillis(500);
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			List<Socket> queue = fill(full);
			// a reply may take longer than is waited for here
			assertTimeoutPreemptively(Duration.ofSeconds(20),
					() -> assertFails(Kind.CONNECT_TIMEOUT, fixture.client(new HubHost("127.0.0.1", full.getLocalPort()))
							.timeouts(new Timeouts(half, Duration.ofSeconds(30)))));
			for (Socket socket : queue) {
				socket.close();
			}
		}
	}

	@Test
	void trustsTheCertificatesGiven() throws IOException, HubException {
		try (TestServer server = TestServer.startTls(certificates().tls(), request -> CREATED);
				IotHubClient client = fixture.client(server.host()).plainHttp(false)
						.trust(List.of(certificates().certificate())).build()) {
			assertEquals("d1", client.devices().get("d1").await(Cancellation.none()).deviceId());
		}
	}

	@Test
	void trustsWhomJavaTrustsAsWell(@TempDir Path folder) throws Exception {
		TestCertificates others = TestCertificates.create(folder, "ip:127.0.0.1");
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setCertificateEntry("one", others.certificate());
		Path file = folder.resolve("trusted.p12");
		try (OutputStream out = Files.newOutputStream(file)) {
			store.store(out, "changeit".toCharArray());
		}
		try (TestServer server = TestServer.startTls(others.tls(), request -> CREATED)) {
			IotHubClient.Builder builder = fixture.client(server.host()).plainHttp(false).trust(List.of(certificates().certificate()));
			assertFails(Kind.TLS_NOT_TRUSTED, builder);
			withJavasAuthorities(file, () -> {
				try (IotHubClient client = builder.build()) {
					assertEquals("d1", client.devices().get("d1").await(Cancellation.none()).deviceId());
				}
			});
		}
	}

	/** A list that cannot be read is in nobody's way whose authority was given. */
	@Test
	void needsNoneOfJavasAuthoritiesForOneThatWasGiven(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("damaged.p12"), "no key store");
		try (TestServer server = TestServer.startTls(certificates().tls(), request -> CREATED)) {
			withJavasAuthorities(file, () -> {
				try (IotHubClient client = fixture.client(server.host()).plainHttp(false).trust(List.of(certificates().certificate())).build()) {
					assertEquals("d1", client.devices().get("d1").await(Cancellation.none()).deviceId());
				}
			});
		}
	}

	private static void withJavasAuthorities(Path file, Executable does) throws Exception {
		try {
			System.setProperty("javax.net.ssl.trustStore", file.toString());
			System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
			assertDoesNotThrow(does);
		} finally {
			System.clearProperty("javax.net.ssl.trustStore");
			System.clearProperty("javax.net.ssl.trustStorePassword");
		}
	}

	@Test
	void trustsNoOneElse() throws IOException {
		try (TestServer server = TestServer.startTls(certificates().tls(), request -> CREATED)) {
			assertFails(Kind.TLS_NOT_TRUSTED, fixture.client(server.host()).plainHttp(false));
			assertEquals(List.of(), server.requests());
		}
	}

	@Test
	void wantsTheNameInTheCertificate() throws IOException {
		try (TestServer server = TestServer.startTls(certificates().tls(), request -> CREATED)) {
			assertFails(Kind.TLS_HOST_MISMATCH, fixture.client(new HubHost("localhost", server.port()))
					.plainHttp(false).trust(List.of(certificates().certificate())));
			assertEquals(List.of(), server.requests());
		}
	}

	/** What HttpClient does by itself changed with 5.6: a trusted certificate is not enough, whatever the version. */
	@ParameterizedTest
	@CsvSource({ "ip:127.0.0.1, 127.0.0.1, true", "dns:localhost, localhost, true", "'ip:127.0.0.2,ip:127.0.0.1', 127.0.0.1, true",
			"'dns:hub.example,dns:LOCALHOST', localhost, true", "dns:hub.example, localhost, false",
			"dns:hub.example, 127.0.0.1, false", "dns:localhost, 127.0.0.1, false", "ip:127.0.0.1, localhost, false",
			"ip:127.0.0.2, 127.0.0.1, false", "dns:127.0.0.1, 127.0.0.1, false", "dns:xlocalhost, localhost, false",
			"dns:localhost.example, localhost, false", "dns:*.localhost, localhost, false", "email:localhost, localhost, false",
			"uri:https://localhost/, localhost, false" })
	void takesACertificateForTheHostAlone(String names, String host, boolean taken, @TempDir Path folder) throws Exception {
		TestCertificates named = TestCertificates.create(folder, names);
		try (TestServer server = TestServer.startTls(named.tls(), request -> CREATED)) {
			IotHubClient.Builder builder = fixture.client(new HubHost(host, server.port())).plainHttp(false)
					.trust(List.of(named.certificate()));
			if (taken) {
				try (IotHubClient client = builder.build()) {
					assertEquals("d1", client.devices().get("d1").await(Cancellation.none()).deviceId());
				}
			} else {
				assertFails(Kind.TLS_HOST_MISMATCH, builder);
				assertEquals(List.of(), server.requests());
			}
		}
	}

	@Test
	void saysThatTheServerDoesNotSpeakTls() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Thread server = new Thread(() -> answerOnce(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"));
			server.start();
			assertFails(Kind.TLS_FAILED, fixture.client(new HubHost("127.0.0.1", socket.getLocalPort())).plainHttp(false));
		}
	}

	@Test
	void saysThatTheServerDoesNotSpeakPlainHttp() throws IOException {
		try (TestServer server = TestServer.startTls(certificates().tls(), request -> CREATED);
				IotHubClient client = fixture.client(server.host()).build()) {
			HubException failure = assertThrows(HubException.class,
					() -> client.devices().get("d").await(Cancellation.none()));
			assertEquals("UNEXPECTED", failure instanceof ProtocolException protocol ? protocol.kind().name()
					: failure.toString());
		}
	}

	private static void assertFails(Kind kind, IotHubClient.Builder builder) {
		try (IotHubClient client = builder.build()) {
			ConnectionException failure = assertThrows(ConnectionException.class,
					() -> client.devices().get("d").await(Cancellation.none()));
			assertEquals(kind, failure.kind(), () -> failure + " from " + failure.getCause());
		}
	}

	/** Fills the queue of connections that no one accepts, until the next one has to wait. */
	private static List<Socket> fill(ServerSocket server) throws IOException {
		List<Socket> queue = new ArrayList<>();
		while (queue.size() < 10) {
			Socket socket = new Socket();
			queue.add(socket);
			try {
				socket.connect(server.getLocalSocketAddress(), 200);
			} catch (IOException e) {
				return queue;
			}
		}
		throw new AssertionError("The queue never fills");
	}

	private static void answerOnce(ServerSocket socket, String text) {
		try (Socket connection = socket.accept()) {
			connection.getInputStream().read();
			connection.getOutputStream().write(text.getBytes());
			connection.getOutputStream().flush();
			connection.getInputStream().readAllBytes();
		} catch (IOException e) {
			// the client went away
		}
	}

	private static TestCertificates certificates() {
		TestCertificates made = certificates;
		if (made == null) {
			throw new IllegalStateException("No certificates");
		}
		return made;
	}
}
