// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Reads the additional CA certificates of a connection: one or more, PEM or DER (contract §9, pitfall 23). */
public final class CaCertificates {

	private CaCertificates() {
	}

	/** The certificates in {@code file}; none for an empty name. */
	public static List<X509Certificate> load(String file) throws TrustException {
		if (file.isBlank()) {
			return List.of();
		}
		try (InputStream in = Files.newInputStream(Path.of(file))) {
			List<X509Certificate> certificates = CertificateFactory.getInstance("X.509").generateCertificates(in)
					.stream().map(X509Certificate.class::cast).toList();
			if (certificates.isEmpty()) {
				throw new CertificateException("no certificate");
			}
			return certificates;
		} catch (IOException | CertificateException | InvalidPathException e) {
			throw new TrustException(file, e);
		}
	}
}
