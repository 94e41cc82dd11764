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
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

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
		KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
		all.load(null, null);
		int number = 0;
		for (TrustManager manager : factory(null).getTrustManagers()) {
			if (manager instanceof X509TrustManager trusting) {
				for (X509Certificate certificate : trusting.getAcceptedIssuers()) {
					all.setCertificateEntry("java-" + number++, certificate);
				}
			}
		}
		for (X509Certificate certificate : additional) {
			all.setCertificateEntry("added-" + number++, certificate);
		}
		return factory(all).getTrustManagers();
	}

	/**
	 * @param store null for the authorities this Java trusts
	 */
	private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		return factory;
	}
}
