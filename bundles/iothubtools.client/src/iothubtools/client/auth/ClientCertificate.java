// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

import iothubtools.client.errors.InvalidInputException;

/** An X.509 certificate with its private key, by which a device or module proves who it is (contract §4). */
public final class ClientCertificate {

	private final List<X509Certificate> chain;
	private final PrivateKey key;

	/**
	 * A certificate and its key.
	 *
	 * @param chain the device's own certificate first, then those that signed it, as far as the hub needs them
	 * @param key   a secret
	 * @throws InvalidInputException for the field {@code certificate} if there is none
	 */
	public ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
		if (chain.isEmpty()) {
			throw new InvalidInputException("certificate", "is missing");
		}
		this.chain = List.copyOf(chain);
		this.key = key;
	}

	/** The device's own certificate first. */
	public List<X509Certificate> chain() {
		return chain;
	}

	/** The private key. <b>Reveals the secret.</b> */
	public PrivateKey revealKey() {
		return key;
	}

	/** The certificate's subject only. */
	@Override
	public String toString() {
		return "ClientCertificate[" + chain.get(0).getSubjectX500Principal() + "]";
	}
}
