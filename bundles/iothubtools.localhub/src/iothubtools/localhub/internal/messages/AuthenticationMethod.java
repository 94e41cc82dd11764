// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

/**
 * How the sender of a message proved itself, for the annotation {@code iothub-connection-auth-method} (contract §7.1).
 *
 * @param scope  {@code device}, {@code module}, or {@code hub} for a policy
 * @param type   {@code sas} or {@code x509}
 */
public record AuthenticationMethod(String scope, String type) {

	/** The annotation: JSON in a string. */
	public String json() {
		return "{\"scope\":\"" + scope + "\",\"type\":\"" + type + "\",\"issuer\":\"iothub\",\"acceptingIpFilterRule\":null}";
	}
}
