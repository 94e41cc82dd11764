// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes SAS tokens in every spelling, by contract §2 alone. */
final class Tokens {

	private Tokens() {
	}

	/** The value after {@code name=} in a connection string. */
	static String field(String connectionString, String name) {
		for (String pair : connectionString.split(";")) {
			if (pair.startsWith(name + '=')) {
				return pair.substring(name.length() + 1);
			}
		}
		throw new IllegalArgumentException("no " + name);
	}

	/** The token of a connection string for a resource as it is to be sent, good for an hour. */
	static String of(String connectionString, String rawResource) {
		return of(connectionString, rawResource, Instant.now().plus(Duration.ofHours(1)));
	}

	/** The token of a connection string for a resource as it is to be sent. */
	static String of(String connectionString, String rawResource, Instant expiry) {
		String policy = connectionString.contains("SharedAccessKeyName=") ? field(connectionString, "SharedAccessKeyName")
				: null;
		return of(field(connectionString, "SharedAccessKey"), policy, rawResource, expiry);
	}

	/** A token with fields in the usual order. */
	static String of(String key, String policy, String rawResource, Instant expiry) {
		String se = Long.toString(expiry.getEpochSecond());
		return "SharedAccessSignature sr=" + rawResource + "&sig=" + encoded(signature(key, rawResource, se)) + "&se=" + se
				+ (policy == null ? "" : "&skn=" + policy);
	}

	/** The signature, base64. */
	static String signature(String key, String rawResource, String se) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
			return Base64.getEncoder()
					.encodeToString(mac.doFinal((rawResource + "\n" + se).getBytes(StandardCharsets.UTF_8)));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
