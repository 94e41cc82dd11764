// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes symmetric keys: 32 random bytes, 44 base64 characters, as the service's own are (contract §2). */
public final class RandomKeys {

	private static final SecureRandom RANDOM = new SecureRandom();
	private static final int BYTES = 32;

	private RandomKeys() {
	}

	/** A new key, base64. */
	public static String next() {
		byte[] key = new byte[BYTES];
		RANDOM.nextBytes(key);
		return Base64.getEncoder().encodeToString(key);
	}
}
