// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;

/** A symmetric key of a policy or of a device. Shown only by {@link #reveal()}; its text form is masked. */
public final class SharedAccessKey implements Credential {

	/** Bytes of a key the hub makes itself. */
	public static final int GENERATED_LENGTH = 32;

	private static final String FIELD = "SharedAccessKey";
	private static final String HMAC = "HmacSHA256";
	private static final SecureRandom RANDOM = new SecureRandom();

	private final byte[] bytes;

	private SharedAccessKey(byte[] bytes) {
		this.bytes = bytes;
	}

	/**
	 * Reads base64 with its padding, strictly: each key has exactly one text.
	 *
	 * @throws InvalidInputException for the field {@code SharedAccessKey}; never repeats the key
	 */
	public static SharedAccessKey parse(String base64) {
		String problem = Base64Text.problem(base64);
		if (problem != null) {
			throw new InvalidInputException(FIELD, problem);
		}
		return new SharedAccessKey(Base64.getDecoder().decode(base64));
	}

	/** A new key of 32 random bytes, as the hub would make it. */
	public static SharedAccessKey generate() {
		byte[] bytes = new byte[GENERATED_LENGTH];
		RANDOM.nextBytes(bytes);
		return new SharedAccessKey(bytes);
	}

	/** The number of bytes; 16 to 64 for a key of a device. */
	public int length() {
		return bytes.length;
	}

	/** The key in base64. <b>Reveals the secret.</b> */
	public String reveal() {
		return Base64.getEncoder().encodeToString(bytes);
	}

	/** HMAC-SHA256 of {@code text} in base64. */
	String sign(String text) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(new SecretKeySpec(bytes, HMAC));
			return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform has HmacSHA256", e);
		}
	}

	@Override
	public String format() {
		return FIELD + "=" + reveal();
	}

	@Override
	public String formatMasked() {
		return FIELD + "=" + this;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SharedAccessKey that && MessageDigest.isEqual(that.bytes, bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(bytes);
	}

	/** Masked. */
	@Override
	public String toString() {
		return "***";
	}
}
