// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.entra;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.auth.Policy;
import iothubtools.localhub.internal.auth.PolicyKeys;
import iothubtools.localhub.internal.auth.Principal;

/**
 * What stands for Entra ID: gives tokens to those it knows, and knows them again. Roles are those of the client that the token was given to, as
 * at Azure, where they are not in the token either.
 */
public final class Issuer {

	/** How long its tokens are good for. */
	static final Duration LIFE = Duration.ofHours(1);

	/** The path of the token endpoint. */
	public static final String PATH = "/localhub/oauth2/token";

	private static final String NAME = "https://sts.localhub.test/";
	/** Microsoft's libraries allow for clocks that differ by as much. */
	private static final long LEEWAY = Duration.ofMinutes(5).toSeconds();

	private final WebTokens tokens = new WebTokens();
	private final String audience;
	private final String secret;
	private final Clock clock;

	/**
	 * A new issuer.
	 *
	 * @param audience whom tokens must be for
	 * @param keys     of the hub's policies; the clients' secret comes from them, so that it stays
	 * @param clock    the time tokens expire by
	 */
	public Issuer(String audience, PolicyKeys keys, Clock clock) {
		this.audience = audience;
		this.secret = secret(keys.of(Policy.IOTHUBOWNER).primary());
		this.clock = clock;
	}

	private static String secret(String key) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
			byte[] bytes = mac.doFinal("secret of the test issuer's clients".getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java has HmacSHA256", e);
		}
	}

	/** Whom tokens have to be for. */
	public String audience() {
		return audience;
	}

	/** The secret of all its clients. */
	public String secret() {
		return secret;
	}

	/** The names of its clients. */
	public static Set<String> clients() {
		return Stream.of(IssuerClient.values()).map(IssuerClient::id).collect(Collectors.toUnmodifiableSet());
	}

	/** The client of that name, when this is its secret. Takes the same time wherever the secrets differ. */
	@Nullable IssuerClient client(String id, String itsSecret) {
		boolean known = MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), itsSecret.getBytes(StandardCharsets.UTF_8));
		return known ? IssuerClient.find(id) : null;
	}

	/** A token for a client, to be shown to whoever is called so. */
	String issue(IssuerClient client, String forWhom) {
		long now = clock.instant().getEpochSecond();
		JsonObject claims = new JsonObject();
		claims.addProperty("aud", forWhom);
		claims.addProperty("iss", NAME);
		claims.addProperty("iat", now);
		claims.addProperty("nbf", now);
		claims.addProperty("exp", now + LIFE.toSeconds());
		claims.addProperty("appid", client.id());
		claims.addProperty("ver", "1.0");
		return tokens.sign(claims);
	}

	/** Whose token this is; null when it is not of this issuer, not for this hub or not of this time. */
	@Nullable Principal principal(String token) {
		JsonObject claims = tokens.claims(token);
		if (claims == null || !WebTokens.string(claims, "iss").equals(NAME)
				|| !WebTokens.string(claims, "aud").equals(audience)) {
			return null;
		}
		long now = clock.instant().getEpochSecond();
		long last = WebTokens.seconds(claims, "exp", Long.MIN_VALUE) + LEEWAY;
		if (now > last || now < WebTokens.seconds(claims, "nbf", Long.MAX_VALUE) - LEEWAY) {
			return null;
		}
		IssuerClient client = IssuerClient.find(WebTokens.string(claims, "appid"));
		return client == null ? null : client.principal(Instant.ofEpochSecond(last + 1));
	}
}
