// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and the private key it belongs to. The key is a secret: nothing of it is in {@code toString}. */
public record Identity(X509Certificate certificate, PrivateKey key) {

	@Override
	public String toString() {
		return certificate.getSubjectX500Principal().getName();
	}
}
