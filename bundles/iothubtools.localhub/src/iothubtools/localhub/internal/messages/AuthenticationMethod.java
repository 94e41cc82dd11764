// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the sender of a message proved itself, for the annotation {@code iothub-connection-auth-method} (contract §7.1).
 *
 * @param scope  {@code device}, {@code module}, or {@code hub} for a policy
 * @param type   {@code sas} or {@code x509}
 */
public record AuthenticationMethod(String scope, String type) {

	private static final Map<AuthenticationMethod, String> TEXTS = new ConcurrentHashMap<>();

	/** The annotation: JSON in a string. */
	public String json() {
		return TEXTS.computeIfAbsent(this, AuthenticationMethod::text);
	}

	private String text() {
		return "{\"scope\":\"" + scope + "\",\"type\":\"" + type + "\",\"issuer\":\"iothub\",\"acceptingIpFilterRule\":null}";
	}
}
