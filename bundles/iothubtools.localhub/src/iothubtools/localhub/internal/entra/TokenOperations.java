// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.entra;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;

/** The operation that gives tokens: OAuth 2.0 client credentials as Entra ID has them, see docs/localhub.md. */
record TokenOperations(Issuer issuer) {

	private static final String ALL = "/.default";
	/** Bytes of a form at most: a token repeats what is in it. */
	private static final int LONGEST = 4096;

	/** POST /localhub/oauth2/token: as Entra ID it gives tokens for whomever one asks, the hub's audience or another. */
	HubReply issue(Call call) {
		IssuerClient client = ClientSecrets.client(issuer, call.request().headers());
		if (client == null) {
			throw HubError.unauthorized();
		}
		if (call.request().body().length > LONGEST) {
			throw HubError.argumentInvalid("The form is longer than " + LONGEST + " bytes.");
		}
		Map<String, String> form = form(new String(call.request().body(), StandardCharsets.UTF_8));
		if (!"client_credentials".equals(form.get("grant_type"))) {
			throw HubError.argumentInvalid("grant_type must be client_credentials, in a form as the body.");
		}
		String scope = form.getOrDefault("scope", issuer.audience() + ALL);
		if (!scope.endsWith(ALL) || scope.length() == ALL.length()) {
			throw HubError.argumentInvalid("scope must be an audience and " + ALL + ", such as " + issuer.audience() + ALL + ".");
		}
		String token = issuer.issue(client, scope.substring(0, scope.length() - ALL.length()));
		byte[] body = Json.write(json -> json.beginObject().name("token_type").value("Bearer").name("expires_in")
				.value(Issuer.LIFE.toSeconds()).name("access_token").value(token).endObject());
		return HubReply.json(200, body).with("Cache-Control", "no-store");
	}

	private static Map<String, String> form(String body) {
		Map<String, String> form = new HashMap<>();
		for (String pair : body.trim().split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				form.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
			}
		}
		return form;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			throw HubError.argumentInvalid("The form is not properly percent-encoded.");
		}
	}
}
