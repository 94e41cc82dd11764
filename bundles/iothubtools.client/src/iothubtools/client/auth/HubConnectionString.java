// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.names.PolicyNames;

/**
 * How an application connects to a hub: with the rights of a shared access policy.
 *
 * @param host       the hub
 * @param policyName letters, digits and {@code _ . @ -}, at most 64
 * @param credential the policy's key, or a token made with it
 */
public record HubConnectionString(HubHost host, String policyName, Credential credential) implements ConnectionString {

	/**
	 * @throws InvalidInputException if the policy's name cannot be or the credential is a certificate
	 */
	public HubConnectionString {
		String problem = PolicyNames.problem(policyName);
		if (problem != null) {
			throw new InvalidInputException(PartName.SHARED_ACCESS_KEY_NAME.text(), problem);
		}
		if (credential instanceof X509Credential) {
			throw new InvalidInputException(PartName.X509.text(), "only devices and modules use certificates");
		}
	}

	/**
	 * Reads the connection string of a hub.
	 *
	 * @throws InvalidInputException as {@link ConnectionString#parse}, and for that of a device or module
	 */
	public static HubConnectionString parse(String text) {
		ConnectionString connection = ConnectionString.parse(text);
		if (connection instanceof HubConnectionString hub) {
			return hub;
		}
		throw new InvalidInputException(PartName.SHARED_ACCESS_KEY_NAME.text(),
				"is missing: this is the connection string of a device or module");
	}

	/** What a person has typed so far, right or wrong, as one text. <b>Repeats the key.</b> */
	public static String draft(String host, String policyName, String key) {
		return pairs(host, policyName, PartName.SHARED_ACCESS_KEY.pair(key));
	}

	@Override
	public String resource() {
		return SasToken.hubResource(host);
	}

	@Override
	public @Nullable String policy() {
		return policyName;
	}

	@Override
	public String format() {
		return withCredential(credential.format());
	}

	private String withCredential(String text) {
		return pairs(host, policyName, text);
	}

	private static String pairs(Object host, String policyName, String credential) {
		return PartName.HOST_NAME.pair(host) + ";" + PartName.SHARED_ACCESS_KEY_NAME.pair(policyName) + ";" + credential;
	}

	/** The connection string, masked. */
	@Override
	public String toString() {
		return withCredential(credential.formatMasked());
	}
}
