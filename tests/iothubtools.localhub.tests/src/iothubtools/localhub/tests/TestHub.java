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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.localhub.tests.swagger.SwaggerCheck;
import iothubtools.tests.support.hub.LocalHubExtension;

/** A hub of its own and a plain HTTP client that trusts nothing but its CA; every exchange is checked against the Swagger. */
final class TestHub extends LocalHubExtension {

	static final String VERSION = "?api-version=2021-04-12";

	private HttpClient client;

	private TestHub(UnaryOperator<LocalHubSettings> change) {
		super(change);
	}

	/** One that JUnit starts and stops. */
	static TestHub withoutDevices() {
		return with(settings -> settings);
	}

	/** One with other settings that JUnit starts and stops. */
	static TestHub with(UnaryOperator<LocalHubSettings> change) {
		return new TestHub(change);
	}

	/** One that the test starts, and closes. */
	static TestHub start(Path data) throws Exception {
		return start(data, settings -> settings);
	}

	static TestHub start(Path data, UnaryOperator<LocalHubSettings> change) throws Exception {
		TestHub hub = new TestHub(change);
		hub.startIn(data);
		return hub;
	}

	@Override
	protected void started() throws Exception {
		client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls()).build();
	}

	/** A call as iothubowner; headers are names and values in turn. */
	Reply call(String method, String path, String body, String... headers) {
		return callAs(token("iothubowner"), method, path + VERSION, body, headers);
	}

	/** A call with this Authorization header, none when it is null; the target is sent as it is. */
	Reply callAs(String authorization, String method, String target, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub().uri() + target)).timeout(Duration.ofSeconds(20))
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
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub().uri() + target)).header("Authorization",
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
		return Tokens.of(hub().connectionString(policy), Tokens.encoded(hub().hostName()), inAnHour());
	}

	/** A token for a device, signed with its primary key. */
	String deviceToken(String deviceId) {
		return Tokens.of(hub().deviceConnectionString(deviceId), Tokens.encoded(hub().hostName() + "/devices/" + deviceId),
				inAnHour());
	}

	private Instant inAnHour() {
		return settings().clock().instant().plus(Duration.ofHours(1));
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
}
