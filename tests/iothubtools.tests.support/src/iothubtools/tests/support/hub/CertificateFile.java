// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The PEM file of a certificate, as a local hub leaves its CA's.
 *
 * @param path where it is
 */
public record CertificateFile(Path path) {

	/** The first certificate in it. */
	public X509Certificate read() throws IOException, GeneralSecurityException {
		try (InputStream in = Files.newInputStream(path)) {
			return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
		}
	}

	/** TLS that trusts whom this certificate vouches for, and nobody else. */
	public SSLContext trusted() throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		store.setCertificateEntry("ca", read());
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, managers.getTrustManagers(), null);
		return context;
	}
}
