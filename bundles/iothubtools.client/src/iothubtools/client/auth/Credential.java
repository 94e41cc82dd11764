// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

/** What proves the right to use a hub: exactly one of a key, a ready-made token or an X.509 certificate. */
public sealed interface Credential permits SharedAccessKey, SharedAccessSignature, X509Credential {

	/** The credential as a pair of a connection string. <b>Reveals the secret.</b> */
	String format();

	/** The same pair with the secret masked. */
	String formatMasked();
}
