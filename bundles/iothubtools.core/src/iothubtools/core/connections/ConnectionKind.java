// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

/** How a person gets into a hub. Nothing of it is secret. */
public sealed interface ConnectionKind {

	/**
	 * With the key of a shared access policy, which is in the {@link SecretStore}.
	 *
	 * @param name the policy's name (contract §1.2)
	 */
	record Policy(String name) implements ConnectionKind {
	}

	/**
	 * Signed in at Microsoft Entra ID. There is no key, and tokens are in memory only.
	 *
	 * @param tenant whose account is to be used, by name or id; empty for the one that is signed in
	 */
	record Entra(String tenant) implements ConnectionKind {
	}
}
