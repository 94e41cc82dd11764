// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;

/** HTTP without an SDK: for operations no SDK has, and for what the hub shows of the messages it received. */
public final class PlainHttp {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final HttpClient client;
	private final String base;
	private final Map<String, String> connection = new HashMap<>();

	PlainHttp(SSLContext tls, InetSocketAddress address, String connectionString) {
		this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build();
		this.base = "https://" + address.getHostString() + ':' + address.getPort();
		for (String pair : connectionString.split(";")) {
			String[] parts = pair.split("=", 2);
			connection.put(parts[0], parts[1]);
		}
	}

	/** A call as the owner of the connection string; the path begins with a slash, headers are names and values in turn. */
	public HttpResponse<String> call(String method, String path, String body, String... headers) {
		String version = (path.contains("?") ? "&" : "?") + "api-version=2021-04-12";
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path + version)).timeout(TIMEOUT)
				.header("Authorization", token()).header("Content-Type", "application/json; charset=utf-8")
				.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return client.send(request.build(), BodyHandlers.ofString());
		} catch (IOException e) {
			throw new AssertionError(method + ' ' + path + ": " + e, e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	/** The error of a call that fails: its status and its name, by which clients tell errors apart. */
	public String error(String method, String path, String body) {
		HttpResponse<String> reply = call(method, path, body);
		if (reply.statusCode() < 400) {
			throw new AssertionError(method + ' ' + path + " did not fail: " + reply.statusCode() + ' ' + reply.body());
		}
		return Integer.toString(reply.statusCode()) + ' ' + reply.headers().firstValue("iothub-errorcode").orElse("");
	}

	/** A token for the whole hub, good for an hour (contract §2). */
	public String token() {
		String resource = URLEncoder.encode(connection.get("HostName"), StandardCharsets.UTF_8);
		String expiry = Long.toString(Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(connection.get("SharedAccessKey")), "HmacSHA256"));
			String signature = Base64.getEncoder()
					.encodeToString(mac.doFinal((resource + '\n' + expiry).getBytes(StandardCharsets.UTF_8)));
			return "SharedAccessSignature sr=" + resource + "&sig=" + URLEncoder.encode(signature, StandardCharsets.UTF_8)
					+ "&se=" + expiry + "&skn=" + connection.get("SharedAccessKeyName");
		} catch (GeneralSecurityException e) {
			throw new AssertionError(e);
		}
	}
}
