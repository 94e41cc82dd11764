// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.hub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Connection strings and the tokens made of them (contract §2), without any of the code that is tested. */
final class TestToken {

	private static final int VALID_SECONDS = 3600;

	private TestToken() {
	}

	/** The parts of a connection string by their names. */
	static Map<String, String> parts(String connectionString) {
		return Arrays.stream(connectionString.split(";")).map(part -> part.split("=", 2)).collect(Collectors.toMap(part -> part[0], part -> part[1]));
	}

	/**
	 * A token for an hour.
	 *
	 * @param policy empty for that of a device or module
	 */
	static String of(String resource, String key, String policy) throws GeneralSecurityException {
		String encoded = URLEncoder.encode(resource, StandardCharsets.UTF_8);
		long expiry = Instant.now().getEpochSecond() + VALID_SECONDS;
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
		byte[] signature = mac.doFinal((encoded + "\n" + expiry).getBytes(StandardCharsets.UTF_8));
		return "SharedAccessSignature sr=" + encoded + "&sig=" + URLEncoder.encode(Base64.getEncoder().encodeToString(signature), StandardCharsets.UTF_8)
				+ "&se=" + expiry + (policy.isEmpty() ? "" : "&skn=" + policy);
	}
}
