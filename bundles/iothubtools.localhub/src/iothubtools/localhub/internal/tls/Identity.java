// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and the private key it belongs to. The key is a secret: nothing of it is in {@code toString}. */
public record Identity(X509Certificate certificate, PrivateKey key) {

	/** Elliptic curves: keys are made in no time, and handshakes are cheaper than with RSA. */
	static final String KEY_ALGORITHM = "EC";
	/** The curve every TLS client knows. */
	static final String CURVE = "secp256r1";
	/** What such keys sign certificates with. */
	static final String SIGNATURE = "SHA256withECDSA";

	@Override
	public String toString() {
		return certificate.getSubjectX500Principal().getName();
	}
}
