// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import iothubtools.localhub.settings.LocalHubException;

/** The certificate authorities whose devices the hub lets in (contract §4). */
public final class DeviceAuthorities {

	private static final int WITH_EXTENSIONS = 3;
	private static final int UNLIMITED = -1;

	private final Set<TrustAnchor> anchors = new HashSet<>();
	private final Clock clock;

	/**
	 * The hub's own authority and those in PEM files.
	 *
	 * @param clock what certificates expire by
	 * @throws LocalHubException when a file cannot be read or has no certificate in it
	 */
	public DeviceAuthorities(X509Certificate own, List<Path> files, Clock clock) throws LocalHubException {
		this.clock = clock;
		anchors.add(new TrustAnchor(own, null));
		for (Path file : files) {
			for (Certificate certificate : read(file)) {
				anchors.add(new TrustAnchor((X509Certificate) certificate, null));
			}
		}
	}

	private static Collection<? extends Certificate> read(Path file) throws LocalHubException {
		try (InputStream in = Files.newInputStream(file)) {
			Collection<? extends Certificate> read = CertificateFactory.getInstance("X.509").generateCertificates(in);
			if (!read.isEmpty()) {
				return read;
			}
		} catch (IOException e) {
			throw new LocalHubException("The certificate authority " + file + " cannot be read: " + FileTrouble.of(e), e);
		} catch (CertificateException e) {
			throw new LocalHubException("The certificate authority " + file + " is no PEM file with certificates.", e);
		}
		throw new LocalHubException("The certificate authority " + file + " is no PEM file with certificates.", null);
	}

	/**
	 * Whether a certificate, the first, was issued by one of them, directly or through the others, and all of these are valid
	 * now and within what those above them allow.
	 */
	public boolean vouchFor(List<X509Certificate> chain) {
		Date now = Date.from(clock.instant());
		return anchors.stream().anyMatch(anchor -> mayIssue(anchor.getTrustedCert(), now) && isIssued(chain, anchor, now));
	}

	/** PKIX takes an authority it is told to trust for ever, for any kind of certificate, and does not look how it is constrained. */
	private static boolean mayIssue(X509Certificate certificate, Date now) {
		boolean valid = !now.before(certificate.getNotBefore()) && !now.after(certificate.getNotAfter());
		return valid && (certificate.getVersion() < WITH_EXTENSIONS || certificate.getBasicConstraints() >= 0);
	}

	private static boolean isIssued(List<X509Certificate> chain, TrustAnchor authority, Date now) {
		try {
			X509CertSelector device = new X509CertSelector();
			device.setCertificate(chain.get(0));
			PKIXBuilderParameters parameters = new PKIXBuilderParameters(Set.of(authority), device);
			parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
			parameters.setRevocationEnabled(false);
			parameters.setDate(now);
			int longest = authority.getTrustedCert().getBasicConstraints();
			parameters.setMaxPathLength(longest < 0 || longest == Integer.MAX_VALUE ? UNLIMITED : longest);
			CertPathBuilder.getInstance("PKIX").build(parameters);
			return true;
		} catch (CertPathBuilderException e) {
			return false;
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java has PKIX", e);
		}
	}
}
