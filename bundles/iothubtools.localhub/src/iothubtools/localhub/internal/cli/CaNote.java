// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Whether there is something to say about the CA of a hub. */
final class CaNote {

	private static final String NAME_CONSTRAINTS = "2.5.29.30";

	private CaNote() {
	}

	/** Whether a hub made it that did not confine its CA to local names yet. */
	static boolean isForAnyServer(Path pem) {
		try (InputStream in = Files.newInputStream(pem)) {
			X509Certificate ca = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
			return ca.getExtensionValue(NAME_CONSTRAINTS) == null;
		} catch (IOException | CertificateException e) {
			// the hub has just read it; a note is not worth more
			return false;
		}
	}
}
