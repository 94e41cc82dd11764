// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.ClientCertificate;

/**
 * Whom to trust: the authorities this Java trusts, and those given in addition (contract §9.23); and who to say one is.
 */
public final class TlsMaterial {

	private static final char[] NO_PASSWORD = {};

	private TlsMaterial() {
	}

	/**
	 * @param own the certificate to show where one is asked for
	 */
	public static SSLContext context(List<X509Certificate> additional, @Nullable ClientCertificate own) {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(own == null ? null : keys(own), additional.isEmpty() ? null : managers(additional), null);
			return context;
		} catch (GeneralSecurityException | IOException e) {
			throw new IllegalStateException("The certificates cannot be used", e);
		}
	}

	private static KeyManager[] keys(ClientCertificate own) throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("own", own.revealKey(), NO_PASSWORD, own.chain().toArray(new X509Certificate[0]));
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(store, NO_PASSWORD);
		return factory.getKeyManagers();
	}

	private static TrustManager[] managers(List<X509Certificate> additional)
			throws GeneralSecurityException, IOException {
		KeyStore added = KeyStore.getInstance(KeyStore.getDefaultType());
		added.load(null, null);
		int number = 0;
		for (X509Certificate certificate : additional) {
			added.setCertificateEntry("added-" + number++, certificate);
		}
		return new TrustManager[] { new AddedAuthorities(added) };
	}
}
