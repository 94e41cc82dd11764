// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.entra;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;

import iothubtools.localhub.internal.json.Json;

/**
 * Signs JSON Web Tokens, and knows those that it signed: RFC 7515 in its compact form with RS256, which is what Entra ID uses. How a
 * token is checked is never taken from the token.
 */
final class WebTokens {

	private static final String ALGORITHM = "RS256";
	private static final int KEY_BITS = 2048;

	private final KeyPair keys;
	private final JsonObject header = new JsonObject();

	/** With a new key, which nothing keeps: its tokens end with it. */
	WebTokens() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(KEY_BITS);
			keys = generator.generateKeyPair();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java has RSA", e);
		}
		header.addProperty("typ", "JWT");
		header.addProperty("alg", ALGORITHM);
		header.addProperty("kid", UUID.randomUUID().toString());
	}

	/** The token with these claims. */
	String sign(JsonObject claims) {
		String text = encoded(header) + '.' + encoded(claims);
		try {
			Signature signature = signature();
			signature.initSign(keys.getPrivate());
			signature.update(bytes(text));
			return text + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java signs with RSA", e);
		}
	}

	/** The claims of a token that this signed, null for any other text. Nothing is said of what they are. */
	@Nullable JsonObject claims(String token) {
		String[] parts = token.split("\\.", -1);
		if (parts.length != 3) {
			return null;
		}
		try {
			Signature signature = signature();
			signature.initVerify(keys.getPublic());
			signature.update(bytes(parts[0] + '.' + parts[1]));
			return signature.verify(Base64.getUrlDecoder().decode(parts[2])) && header.equals(decoded(parts[0]))
					&& decoded(parts[1]) instanceof JsonObject claims ? claims : null;
		} catch (GeneralSecurityException | IllegalArgumentException | JsonParseException e) {
			return null; // a signature of another length, no base64, no JSON
		}
	}

	private static Signature signature() throws GeneralSecurityException {
		return Signature.getInstance("SHA256withRSA");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String encoded(JsonObject object) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(json -> Json.write(json, object)));
	}

	private static JsonElement decoded(String part) {
		return Json.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
	}

	/** A claim that is a string, empty when there is none. */
	static String string(JsonObject claims, String name) {
		return claims.get(name) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : "";
	}

	/** A claim that is a time in seconds, or another number when there is none. */
	static long seconds(JsonObject claims, String name, long otherwise) {
		return claims.get(name) instanceof JsonPrimitive value && value.isNumber() ? value.getAsNumber().longValue() : otherwise;
	}
}
