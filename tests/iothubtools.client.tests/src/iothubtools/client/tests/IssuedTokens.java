// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import iothubtools.client.auth.AccessToken;
import iothubtools.client.auth.AccessTokenSource;
import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.TestIssuer;

/** Tokens of a local hub's test issuer, over HTTP. */
final class IssuedTokens implements AccessTokenSource {

	private final HttpClient http = HttpClient.newHttpClient();
	private final Supplier<LocalHub> hub;
	private final String client;
	/** How many were asked for. */
	final AtomicInteger requests = new AtomicInteger();
	/** The last one. */
	volatile String last = "";

	IssuedTokens(Supplier<LocalHub> hub, String client) {
		this.hub = hub;
		this.client = client;
	}

	@Override
	public CompletableFuture<AccessToken> request(String audience) {
		requests.incrementAndGet();
		TestIssuer issuer = hub.get().testIssuer();
		if (issuer == null) {
			throw new IllegalStateException("The hub has no issuer");
		}
		String user = Base64.getEncoder().encodeToString((client + ':' + issuer.secret()).getBytes(StandardCharsets.UTF_8));
		URI endpoint = issuer.endpoint();
		return http.sendAsync(HttpRequest.newBuilder(endpoint).header("Authorization", "Basic " + user)
				.POST(BodyPublishers.ofString("grant_type=client_credentials&scope="
						+ URLEncoder.encode(audience + "/.default", StandardCharsets.UTF_8)))
				.build(), BodyHandlers.ofString()).thenApply(reply -> {
					JsonObject json = JsonParser.parseString(reply.body()).getAsJsonObject();
					last = json.get("access_token").getAsString();
					return new AccessToken(last, Instant.now().plusSeconds(json.get("expires_in").getAsLong()));
				});
	}
}
