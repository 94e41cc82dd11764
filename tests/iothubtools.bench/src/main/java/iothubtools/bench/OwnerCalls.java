// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests as the owner of a hub; one that is not answered within ten seconds fails. */
final class OwnerCalls {

	static final String VERSION = "?api-version=2021-04-12";
	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final Setup hub;
	private final String token;
	private final HttpClient client;

	OwnerCalls(Setup hub) throws Exception {
		this.hub = hub;
		this.token = IdentityGets.token(hub);
		this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(Trust.context(hub.authority())).build();
	}

	/** The head of a request by hand, as far as the headers of its body. */
	String head(String method, String path) {
		return method + ' ' + path + " HTTP/1.1\r\nHost: " + hub.host() + "\r\nAuthorization: " + token + "\r\n";
	}

	/** Sends one; the path has its query. */
	HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(URI.create("https://" + hub.host() + path)).timeout(LIMIT)
				.header("Authorization", token).method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
	}

	/** Whether it is answered with success, and in time. */
	boolean works(String method, String path, String body) throws InterruptedException {
		try {
			return send(method, path, body).statusCode() / 100 == 2;
		} catch (IOException e) {
			return false;
		}
	}
}
