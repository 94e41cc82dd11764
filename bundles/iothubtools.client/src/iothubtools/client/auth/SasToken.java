// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.time.Instant;
import java.util.Locale;

import org.apache.hc.core5.net.PercentCodec;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A SAS token (contract §2): the right to use one resource until a point in time.
 *
 * @param value  the value of the Authorization header; a secret, masked in the text form
 * @param expiry when the hub stops accepting it, to the second
 */
public record SasToken(String value, Instant expiry) {

	/**
	 * The token for a resource; a pure function of its arguments.
	 *
	 * @param resourceUri the resource without scheme, e.g. {@code myhub.azure-devices.net/devices/dev-1}, ids in it
	 *                    percent-encoded already
	 * @param policy      the name of the policy {@code key} belongs to; null for the key of a device or module
	 * @param expiry      fractions of a second are dropped
	 */
	public static SasToken create(String resourceUri, SharedAccessKey key, @Nullable String policy, Instant expiry) {
		String resource = encoded(resourceUri);
		long seconds = expiry.getEpochSecond();
		String value = "SharedAccessSignature sr=" + resource + "&sig="
				+ encoded(signature(resource, key, seconds)) + "&se=" + seconds
				+ (policy == null ? "" : "&skn=" + encoded(policy));
		return new SasToken(value, Instant.ofEpochSecond(seconds));
	}

	/**
	 * The signature in base64, over the resource byte for byte as it is sent.
	 *
	 * @param encodedResource the value of {@code sr}, encoded
	 * @param expirySeconds   the value of {@code se}
	 */
	public static String signature(String encodedResource, SharedAccessKey key, long expirySeconds) {
		return key.sign(encodedResource + "\n" + expirySeconds);
	}

	/** The resource of a token for everything a policy may do on a hub. */
	public static String hubResource(HubHost host) {
		// the port is no part of the audience; the host part compares case-insensitively, docs ask for lower case
		return host.name().toLowerCase(Locale.ROOT);
	}

	/** The resource of a token for one device. */
	public static String deviceResource(HubHost host, String deviceId) {
		return hubResource(host) + "/devices/" + encoded(deviceId);
	}

	/** The resource of a token for one module. */
	public static String moduleResource(HubHost host, String deviceId, String moduleId) {
		return deviceResource(host, deviceId) + "/modules/" + encoded(moduleId);
	}

	/** By RFC 3986. {@link java.net.URLEncoder} encodes forms, where a space becomes {@code +}, which the hub does not take (contract §9.1). */
	private static String encoded(String text) {
		return PercentCodec.RFC3986.encode(text);
	}

	/** Masked. */
	@Override
	public String toString() {
		return "SharedAccessSignature *** until " + expiry;
	}
}
