// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.localhub.tests.swagger.SwaggerCheck;

/** A hub of its own and a plain HTTP client that trusts nothing but its CA; every exchange is checked against the Swagger. */
final class TestHub implements AutoCloseable {

	static final String VERSION = "?api-version=2021-04-12";

	final LocalHub hub;
	private final HttpClient client;
	private final Clock clock;

	private TestHub(LocalHub hub, Clock clock) throws IOException, GeneralSecurityException {
		this.hub = hub;
		this.clock = clock;
		this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(trusting(hub.caCertificate()))
				.build();
	}

	static TestHub start(Path data) throws Exception {
		return start(data, settings -> settings);
	}

	static TestHub start(Path data, UnaryOperator<LocalHubSettings> change)
			throws LocalHubException, IOException, GeneralSecurityException {
		LocalHubSettings settings = change.apply(LocalHubSettings.in(data));
		return new TestHub(LocalHub.start(settings), settings.clock());
	}

	/** TLS that trusts this PEM file alone. */
	static SSLContext trusting(Path pem) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		store.setCertificateEntry("ca", certificate(pem));
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, managers.getTrustManagers(), null);
		return context;
	}

	static Certificate certificate(Path pem) throws IOException, GeneralSecurityException {
		try (InputStream in = Files.newInputStream(pem)) {
			return CertificateFactory.getInstance("X.509").generateCertificate(in);
		}
	}

	/** A call as iothubowner; headers are names and values in turn. */
	Reply call(String method, String path, String body, String... headers) {
		return callAs(token("iothubowner"), method, path + VERSION, body, headers);
	}

	/** A call with this Authorization header, none when it is null; the target is sent as it is. */
	Reply callAs(String authorization, String method, String target, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.uri() + target)).timeout(Duration.ofSeconds(20))
				.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		if (authorization != null) {
			request.header("Authorization", authorization);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.build(), body);
	}

	/** A call whose request is made by hand; its body is not compared with the Swagger. */
	Reply send(HttpRequest request) {
		return send(request, null);
	}

	private Reply send(HttpRequest request, String body) {
		try {
			HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());
			SwaggerCheck.check(reply, body);
			return new Reply(reply);
		} catch (IOException e) {
			throw new AssertionError("no reply: " + e, e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	/** A reply that goes on, as the policy service. */
	InputStream open(String target, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.uri() + target)).header("Authorization",
				token("service"));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<InputStream> reply = client.send(request.build(), BodyHandlers.ofInputStream());
			assertEquals(200, reply.statusCode());
			return reply.body();
		} catch (IOException e) {
			throw new AssertionError("no reply: " + e, e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	/** A token for the whole hub, signed with a policy's key. */
	String token(String policy) {
		return Tokens.of(hub.connectionString(policy), Tokens.encoded(hub.hostName()), inAnHour());
	}

	/** A token for a device, signed with its primary key. */
	String deviceToken(String deviceId) {
		return Tokens.of(hub.deviceConnectionString(deviceId), Tokens.encoded(hub.hostName() + "/devices/" + deviceId),
				inAnHour());
	}

	private Instant inAnHour() {
		return clock.instant().plus(Duration.ofHours(1));
	}

	/** A call as a device, with its own key; the path begins after its id. */
	Reply callAsDevice(String deviceId, String method, String path, String body, String... headers) {
		return callAs(deviceToken(deviceId), method, "/devices/" + deviceId + path + VERSION, body, headers);
	}

	/** Creates a device with generated keys. */
	Reply create(String deviceId) {
		return put(deviceId, "").expect(200);
	}

	/** Puts a device; members begin with a comma or are empty. */
	Reply put(String deviceId, String members, String... headers) {
		return call("PUT", "/devices/" + deviceId, "{\"deviceId\":\"" + deviceId + "\"" + members + "}", headers);
	}

	@Override
	public void close() {
		hub.close();
	}
}
