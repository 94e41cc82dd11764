// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A SAS token as it came in (contract §2). The signed text is {@code sr} and {@code se} byte for byte as sent, so both are
 * kept as they are and only decoded copies are compared.
 */
public final class SharedAccessSignature {

	/** The service takes a token this long after its expiry. */
	private static final Duration GRACE = Duration.ofMinutes(5);

	/** Of the year 9999: a token may be good for longer than Java can count. */
	private static final long LAST_SECOND = 253_402_300_799L;

	private static final String SCHEME = "SharedAccessSignature ";
	/** Whole ones as a rule; what JavaScript divides may have a fraction, which counts for nothing but in the signed text. */
	private static final Pattern SECONDS = Pattern.compile("(\\d{1,18})(?:\\.\\d{1,18})?");

	private final Consumer<SharedAccessSignature> verified;
	private final String rawResource;
	private final String rawExpiry;
	private final long expirySecond;
	private final byte[] signature;
	private final @Nullable String policy;
	private final @Nullable TokenScope scope;
	/** The key that is known to have signed it. */
	private volatile @Nullable String signer;

	private SharedAccessSignature(Consumer<SharedAccessSignature> verified, String rawResource, String rawExpiry, long expirySecond,
			byte[] signature, @Nullable String policy) {
		this.verified = verified;
		this.rawResource = rawResource;
		this.scope = TokenScope.parse(rawResource);
		this.rawExpiry = rawExpiry;
		this.expirySecond = expirySecond;
		this.signature = signature;
		this.policy = policy;
	}

	/** Reads the value of an Authorization header; null when it is no well-formed token. */
	public static @Nullable SharedAccessSignature parse(@Nullable String header) {
		return parse(header, token -> {
		});
	}

	/** The same; tells when a key turns out to have signed it. */
	static @Nullable SharedAccessSignature parse(@Nullable String header, Consumer<SharedAccessSignature> verified) {
		if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return null;
		}
		Map<String, String> fields = fields(header.substring(SCHEME.length()).trim());
		if (fields == null) {
			return null;
		}
		String sr = fields.get("sr");
		String se = fields.get("se");
		String sig = fields.get("sig");
		if (sr == null || se == null || sig == null) {
			return null;
		}
		Matcher seconds = SECONDS.matcher(se);
		if (!seconds.matches()) {
			return null;
		}
		try {
			String skn = fields.get("skn");
			byte[] signature = Base64.getDecoder().decode(formDecoded(sig));
			return new SharedAccessSignature(verified, sr, se, Long.parseLong(seconds.group(1)), signature, skn == null ? null : formDecoded(skn));
		} catch (IllegalArgumentException e) {
			return null;
		}
	}

	/**
	 * The fields by name in any case, in whatever order they came; null when one is twice or has no value sign, but there may be
	 * none between two signs.
	 */
	private static @Nullable Map<String, String> fields(String text) {
		Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String pair : text.split("&")) {
			int equals = pair.indexOf('=');
			if (!pair.isEmpty() && (equals < 1 || fields.put(pair.substring(0, equals), pair.substring(equals + 1)) != null)) {
				return null;
			}
		}
		return fields;
	}

	/** As the service decodes: a bare + becomes a blank, which then is no base64. */
	private static String formDecoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	/** The policy whose key signed it; null or empty when a device's did. */
	public @Nullable String policy() {
		return policy;
	}

	/** Whether it names no policy: the key of a device or module signed it. */
	public boolean isOfClient() {
		return policy == null || policy.isEmpty();
	}

	/** The resource it is for; null when that cannot be read. */
	public @Nullable TokenScope scope() {
		return scope;
	}

	/** Whether it is too old, the service's five minutes of grace included. */
	public boolean isExpired(Instant now) {
		return now.getEpochSecond() > expirySecond + GRACE.toSeconds();
	}

	/**
	 * When a connection that it opens now has to end: at its expiry, without the grace that requests have (contract §2); but
	 * with it when it was taken only because of the grace, so that the connection lasts at all.
	 */
	public Instant endOfConnection(Instant now) {
		Instant expiry = Instant.ofEpochSecond(Math.min(expirySecond, LAST_SECOND));
		return now.isBefore(expiry) ? expiry : expiry.plus(GRACE).plusSeconds(1);
	}

	/** Whether this key, base64, signed it. Takes the same time wherever the signatures differ. */
	public boolean isSignedWith(String key) {
		return isSigned(key, () -> Base64.getDecoder().decode(key));
	}

	/** The same in the way of Event Hubs, whose clients sign with the letters of the key. */
	public boolean isSignedWithText(String key) {
		return isSigned("text of " + key, () -> key.getBytes(StandardCharsets.UTF_8));
	}

	private boolean isSigned(String by, Supplier<byte[]> key) {
		if (by.equals(signer)) {
			return true;
		}
		boolean signed = MessageDigest.isEqual(expected(key.get()), signature);
		if (signed) {
			signer = by;
			verified.accept(this);
		}
		return signed;
	}

	private byte[] expected(byte[] key) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal((rawResource + "\n" + rawExpiry).getBytes(StandardCharsets.UTF_8));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java has HmacSHA256", e);
		}
	}

	@Override
	public String toString() {
		return "SharedAccessSignature ***";
	}
}
