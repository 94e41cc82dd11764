// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Trusts some authorities, and those that this Java trusts (contract §9.23). The latter are read when they are needed: the list is most of
 * what a client of a local hub would hold.
 */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // Java's methods say nothing of null
final class AddedAuthorities extends X509ExtendedTrustManager {

	private final X509ExtendedTrustManager added;
	private volatile @Nullable X509ExtendedTrustManager ofJava;

	/** @param added has those authorities */
	AddedAuthorities(KeyStore added) throws GeneralSecurityException {
		this.added = manager(added);
	}

	private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		for (TrustManager manager : factory.getTrustManagers()) {
			if (manager instanceof X509ExtendedTrustManager trusting) {
				return trusting;
			}
		}
		throw new GeneralSecurityException("This Java checks no certificates");
	}

	private X509ExtendedTrustManager ofJava() throws CertificateException {
		X509ExtendedTrustManager known = ofJava;
		if (known == null) {
			try {
				known = manager(null);
			} catch (GeneralSecurityException e) {
				throw new CertificateException("The authorities that Java trusts cannot be read", e);
			}
			ofJava = known;
		}
		return known;
	}

	/** A check by one or the other. */
	@FunctionalInterface
	private interface Check {
		void by(X509ExtendedTrustManager trusting) throws CertificateException;
	}

	/** Where neither trusts it, what is told is what the added authorities find wrong with a certificate that one of them seems to have issued. */
	private void check(X509Certificate[] chain, Check check) throws CertificateException {
		try {
			check.by(added);
		} catch (CertificateException wrong) {
			try {
				check.by(ofJava());
			} catch (CertificateException unknown) {
				throw Arrays.stream(chain).anyMatch(this::isOfAnAddedOne) ? wrong : unknown;
			}
		}
	}

	private boolean isOfAnAddedOne(X509Certificate certificate) {
		return Arrays.stream(added.getAcceptedIssuers())
				.anyMatch(authority -> authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
		check(chain, trusting -> trusting.checkServerTrusted(chain, type));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
		check(chain, trusting -> trusting.checkServerTrusted(chain, type, socket));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
		check(chain, trusting -> trusting.checkServerTrusted(chain, type, engine));
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
		check(chain, trusting -> trusting.checkClientTrusted(chain, type));
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
		check(chain, trusting -> trusting.checkClientTrusted(chain, type, socket));
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
		check(chain, trusting -> trusting.checkClientTrusted(chain, type, engine));
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		try {
			return Stream.of(added, ofJava()).flatMap(trusting -> Arrays.stream(trusting.getAcceptedIssuers())).toArray(X509Certificate[]::new);
		} catch (CertificateException e) {
			return added.getAcceptedIssuers();
		}
	}
}
