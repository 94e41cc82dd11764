// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;

/** What a SAS token says (contract §2). Its signature is not told, only compared. */
public final class TokenParts {

	private final String encodedResource;
	private final String signature;
	private final long expirySeconds;
	private final @Nullable String policy;

	private TokenParts(Map<String, String> parts) {
		encodedResource = parts.getOrDefault("sr", "");
		signature = decoded(parts.getOrDefault("sig", ""));
		expirySeconds = seconds(parts.getOrDefault("se", ""));
		String name = parts.get("skn");
		policy = name == null || name.isEmpty() ? null : decoded(name);
	}

	/**
	 * The parts of a token.
	 *
	 * @throws InvalidInputException for the field {@code SharedAccessSignature}: a part that is given twice, an expiry that is no time, or an
	 *                               encoding that is none; never repeats the signature
	 */
	public static TokenParts of(SharedAccessSignature token) {
		Map<String, String> parts = new HashMap<>();
		for (String pair : token.reveal().substring(SharedAccessSignature.FIELD.length() + 1).split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0 && parts.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
				throw new InvalidInputException(SharedAccessSignature.FIELD, "a part is given twice");
			}
		}
		return new TokenParts(parts);
	}

	private static long seconds(String text) {
		try {
			long seconds = Long.parseLong(text);
			Instant.ofEpochSecond(seconds);
			return seconds;
		} catch (NumberFormatException | DateTimeException e) {
			throw new InvalidInputException(SharedAccessSignature.FIELD, "the part se must be seconds since 1970");
		}
	}

	private static String decoded(String text) {
		try {
			// a plus stands for itself: nobody encodes a blank so
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			throw new InvalidInputException(SharedAccessSignature.FIELD, "a part is not percent-encoded as it must be");
		}
	}

	/** What it is for, decoded once: ids in it are still encoded, e.g. {@code myhub.azure-devices.net/devices/dev-1}. */
	public String resource() {
		return decoded(encodedResource);
	}

	/** When the hub stops accepting it; it may do so up to five minutes longer. */
	public Instant expiry() {
		return Instant.ofEpochSecond(expirySeconds);
	}

	/** The policy whose key signed it; null for a device's or module's own key. */
	public @Nullable String policy() {
		return policy;
	}

	/** Whether the signature in it was made with {@code key}. */
	public boolean isSignedWith(SharedAccessKey key) {
		return MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8),
				SasToken.signature(encodedResource, key, expirySeconds).getBytes(StandardCharsets.UTF_8));
	}

	/** Without the signature. */
	@Override
	public String toString() {
		return "TokenParts[" + resource() + ", " + expiry() + (policy == null ? "" : ", " + policy) + "]";
	}
}
