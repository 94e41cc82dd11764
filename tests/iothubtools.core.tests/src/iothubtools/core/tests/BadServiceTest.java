// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestCertificates;
import iothubtools.client.tests.server.TestServer;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;

/** What a person is told when the service, or something in its place, answers badly; over real TLS. */
class BadServiceTest {

	/** Longer than the client waits between tries, so that it does not try again. */
	private static final String[] LATER = { "Retry-After", "600" };

	private static TestCertificates certificates;
	private static Path authority;

	@BeforeAll
	static void makeCertificate(@TempDir Path folder) throws Exception {
		certificates = TestCertificates.create(folder, "ip:127.0.0.1");
		authority = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n"
				+ Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(
						certificates.certificate().getEncoded())
				+ "\n-----END CERTIFICATE-----\n");
	}

	static Stream<Arguments> replies() {
		return Stream.of(
				Arguments.of(Response.json(429, "{\"Message\":\"ErrorCode:ThrottlingException;Slow down\"}", LATER),
						HubStatusCode.THROTTLED, "Slow down"),
				Arguments.of(Response.of(503, "text/html", "<html>Busy</html>", LATER), HubStatusCode.SERVICE_TROUBLE,
						"HTTP 503"),
				Arguments.of(Response.json(403, "{}", "iothub-errorcode", "IotHubQuotaExceeded"), HubStatusCode.QUOTA,
						"IotHubQuotaExceeded"),
				Arguments.of(Response.empty(404), HubStatusCode.NOT_FOUND, "HTTP 404"),
				Arguments.of(Response.html(200), HubStatusCode.NOT_JSON, "127.0.0.1"),
				Arguments.of(Response.of(400, "text/html", "<h2>Bad Request - Invalid URL</h2>", "Server", "Microsoft-HTTPAPI/2.0"),
						HubStatusCode.REFUSED_REQUEST, "front end before the hub refuses the request: Bad Request - Invalid URL"),
				Arguments.of(Response.json(200, "{\"totalDeviceCount\":1"), HubStatusCode.TRUNCATED, "127.0.0.1"),
				Arguments.of(Response.json(200, "[]"), HubStatusCode.UNEXPECTED_REPLY, "JSON object"),
				Arguments.of(Response.empty(302, "Location", "https://login.example/"), HubStatusCode.UNEXPECTED_REPLY,
						"redirects"));
	}

	@Test
	void saysThatItIsNotKnownWhetherADeviceIsThere(@TempDir Path folder) throws Exception {
		try (TestServer server = TestServer.startTls(certificates.tls(), request -> Response.empty(503, LATER));
				CoreFixture cores = new CoreFixture(folder)) {
			HubConnection connection = new HubConnection("t", "Plant", server.host(), "service", authority.toString());
			CoreException failure = assertThrows(CoreException.class, () -> cores.core.operations().run(
					new CreateDeviceOperation(connection, DeviceIdentity.builder("d1").build()), SharedAccessKey.generate(),
					new NullProgressMonitor()));
			assertEquals(HubStatusCode.SERVICE_TROUBLE, HubStatus.code(failure.getStatus()));
			assertTrue(failure.getMessage().contains("not known whether the hub has done it"), failure.getMessage());
		}
	}

	@ParameterizedTest
	@MethodSource("replies")
	void eachBadReplyHasItsOwnWords(Response reply, HubStatusCode code, String words, @TempDir Path folder)
			throws Exception {
		try (TestServer server = TestServer.startTls(certificates.tls(), request -> reply);
				CoreFixture cores = new CoreFixture(folder)) {
			HubConnection connection = new HubConnection("t", "Plant", server.host(), "service", authority.toString());
			CoreException failure = assertThrows(CoreException.class, () -> cores.core.operations().run(
					new StatisticsOperation(connection), SharedAccessKey.generate(), new NullProgressMonitor()));
			assertEquals(code, HubStatus.code(failure.getStatus()));
			assertTrue(failure.getMessage().contains(words), failure.getMessage());
			assertEquals(1, server.requests().size());
		}
	}
}
