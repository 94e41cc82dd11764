// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trusts the CA of one hub, and nothing else. */
final class Trust {

	private static final String PASSWORD = "changeit";

	private final KeyStore store;

	Trust(Path pem) throws IOException, GeneralSecurityException {
		store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		try (InputStream in = Files.newInputStream(pem)) {
			Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(in);
			store.setCertificateEntry("local hub", authority);
		}
	}

	/** TLS for a client that has these certificates of its own; none for one with a token. */
	SSLContext context(KeyManager... own) throws GeneralSecurityException {
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(store);
		SSLContext context = SSLContext.getInstance("TLSv1.2");
		context.init(own, managers.getTrustManagers(), null);
		return context;
	}

	/**
	 * Makes this the trust of the whole JVM, as {@code -Djavax.net.ssl.trustStore} does: the service SDK's HTTP takes no other.
	 * Set here and not on the command line, because each hub has a CA of its own.
	 */
	void makeDefault(Path file) throws IOException, GeneralSecurityException {
		try (OutputStream out = Files.newOutputStream(file)) {
			store.store(out, PASSWORD.toCharArray());
		}
		System.setProperty("javax.net.ssl.trustStore", file.toString());
		System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
		System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
		SSLContext context = context();
		SSLContext.setDefault(context);
		HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
	}
}
