// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a hub speaks in TLS: all that an IoT Hub does (contract §8.3), the same for a key on an elliptic curve, and those of TLS 1.3. Netty's
 * own list has none in CBC mode with SHA-2, which is all that the TLS of some small devices knows.
 */
public final class CipherSuites {

	private static final List<String> NEWEST = List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384");
	/** Of TLS 1.2 with a key agreed on for each connection. */
	private static final List<String> CIPHERS = List.of("AES_128_GCM_SHA256", "AES_256_GCM_SHA384", "AES_128_CBC_SHA256",
			"AES_256_CBC_SHA384", "AES_128_CBC_SHA", "AES_256_CBC_SHA");
	/** Without; Java may have switched them off. */
	private static final List<String> PLAIN_RSA = List.of("AES_128_GCM_SHA256", "AES_256_GCM_SHA384", "AES_128_CBC_SHA256",
			"AES_256_CBC_SHA256", "AES_128_CBC_SHA", "AES_256_CBC_SHA");

	/** What is chosen from, the first that both ends know; not every Java has all of them. */
	public static final List<String> ALL = Stream.of(NEWEST.stream(), named("TLS_ECDHE_ECDSA_WITH_", CIPHERS),
			named("TLS_ECDHE_RSA_WITH_", CIPHERS), named("TLS_RSA_WITH_", PLAIN_RSA)).flatMap(names -> names).toList();

	private CipherSuites() {
	}

	private static Stream<String> named(String keys, List<String> ciphers) {
		return ciphers.stream().map(keys::concat);
	}
}
