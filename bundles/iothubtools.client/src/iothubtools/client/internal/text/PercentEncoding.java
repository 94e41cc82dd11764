// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.text;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding of RFC 3986. {@link java.net.URLEncoder} encodes forms, where a space becomes {@code +}; the hub wants
 * {@code %20}, and {@code +} as {@code %2B} (contract §9.1).
 */
public final class PercentEncoding {

	private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
	private static final char[] HEX = "0123456789ABCDEF".toCharArray();

	private PercentEncoding() {
	}

	/** {@code text} with everything but letters, digits and {@code - . _ ~} encoded as UTF-8. */
	public static String encode(String text) {
		StringBuilder encoded = new StringBuilder(text.length() + 16);
		for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
			if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
				encoded.append((char) b);
			} else {
				append(encoded, b);
			}
		}
		return encoded.toString();
	}

	/** {@code id} as one segment of a path; the ids {@code .} and {@code ..} are encoded so that nothing resolves them. */
	public static String pathSegment(String id) {
		return id.equals(".") || id.equals("..") ? id.replace(".", "%2E") : encode(id);
	}

	private static void append(StringBuilder encoded, byte b) {
		encoded.append('%').append(HEX[b >> 4 & 0xF]).append(HEX[b & 0xF]);
	}
}
