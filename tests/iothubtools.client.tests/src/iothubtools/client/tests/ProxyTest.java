// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.HttpProxy;
import iothubtools.client.errors.ConnectionException.Kind;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestCertificates;
import iothubtools.client.tests.server.TestProxy;
import iothubtools.client.tests.server.TestServer;

/** HTTPS through a proxy. */
class ProxyTest {

	private final HubFixture fixture = new HubFixture();
	private final AtomicReference<@Nullable HttpProxy> settings = new AtomicReference<>();

	private @Nullable TestServer server;
	private @Nullable IotHubClient client;

	@BeforeEach
	void startServer(@TempDir Path directory) throws IOException, InterruptedException, GeneralSecurityException {
		TestCertificates certificates = TestCertificates.create(directory, "ip:127.0.0.1");
		TestServer started = TestServer.startTls(certificates.tls(),
				request -> Response.json(200, DeviceIdentityTest.CREATED));
		server = started;
		client = fixture.client(started.host()).plainHttp(false).trust(List.of(certificates.certificate()))
				.proxy(host -> settings.get()).build();
	}

	@AfterEach
	void stopServer() throws IOException {
		client().close();
		server().close();
	}

	@Test
	void tunnelsThroughAProxy() throws IOException, HubException {
		try (TestProxy proxy = TestProxy.start("", "")) {
			settings.set(proxy.as("", ""));
			client().devices().get("d1").await(Cancellation.none());
			assertEquals(List.of(server().host().toString()), proxy.connects());
		}
	}

	@Test
	void tellsTheProxyUserAndPasswordAndTheHubNeither() throws IOException, HubException {
		try (TestProxy proxy = TestProxy.start("ann", "pässword")) {
			settings.set(proxy.as("ann", "pässword"));
			client().devices().get("d1").await(Cancellation.none());
			assertEquals(1, proxy.connects().size());
			assertEquals("", server().requests().get(0).header("Proxy-Authorization"));
		}
	}

	@Test
	void followsAChangeOfTheSettings() throws IOException, HubException {
		client().devices().get("d1").await(Cancellation.none());
		try (TestProxy proxy = TestProxy.start("", "")) {
			settings.set(proxy.as("", ""));
			client().devices().get("d1").await(Cancellation.none());
			assertEquals(1, proxy.connects().size());
		}
	}

	@Test
	void saysThatTheProxyWantsAUser() throws IOException {
		try (TestProxy proxy = TestProxy.start("ann", "secret")) {
			settings.set(proxy.as("", ""));
			assertFails(Kind.PROXY_AUTHENTICATION);
			settings.set(proxy.as("ann", "guessed"));
			assertFalse(assertFails(Kind.PROXY_AUTHENTICATION).toString().contains("guessed"));
			assertFalse(String.valueOf(settings.get()).contains("guessed"));
			assertEquals(List.of(), server().requests());
		}
	}

	@Test
	void saysThatTheProxyRefuses() throws IOException {
		for (String status : List.of("403 Forbidden", "502 Bad Gateway", "503 Unavailable")) {
			try (TestProxy proxy = TestProxy.refusing(status)) {
				settings.set(proxy.as("", ""));
				assertFails(Kind.PROXY_REFUSED);
			}
		}
	}

	@Test
	void saysThatTheProxyIsNotThere() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		settings.set(new HttpProxy("127.0.0.1", port, null, null));
		assertFails(Kind.PROXY_REFUSED);
		settings.set(new HttpProxy("no-such-proxy.invalid", 3128, null, null));
		assertFails(Kind.PROXY_REFUSED);
	}

	private ConnectionException assertFails(Kind kind) {
		ConnectionException failure = assertThrows(ConnectionException.class,
				() -> client().devices().get("d1").await(Cancellation.none()));
		assertEquals(kind, failure.kind(), () -> failure + " from " + failure.getCause());
		return failure;
	}

	private IotHubClient client() {
		IotHubClient made = client;
		if (made == null) {
			throw new IllegalStateException("No client");
		}
		return made;
	}

	private TestServer server() {
		TestServer made = server;
		if (made == null) {
			throw new IllegalStateException("No server");
		}
		return made;
	}
}
