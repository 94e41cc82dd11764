// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.certificates;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import javax.security.auth.x500.X500Principal;

import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.ExtendedKeyUsageExtension;
import org.wildfly.security.x500.cert.KeyUsage;
import org.wildfly.security.x500.cert.KeyUsageExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;


/**
 * A certificate that a device has signed itself, with its private key (contract §4): RSA of 2048 bits, as every TLS library of a device knows it,
 * for clients only, with the device's id as common name.
 */
public final class SelfSignedCertificate {

	private static final int BITS = 2048;
	/** A device whose clock is behind shall not find it not valid yet. */
	private static final Duration BACKDATED = Duration.ofDays(1);
	/** What X.520 lets a common name be long. The hub knows the device by the thumbprint, not by this. */
	private static final int MAX_NAME = 64;
	private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

	private final X509Certificate certificate;
	private final PrivateKey key;

	private SelfSignedCertificate(X509Certificate certificate, PrivateKey key) {
		this.certificate = certificate;
		this.key = key;
	}

	/**
	 * Makes one, which takes up to a second.
	 *
	 * @param life from now
	 */
	public static SelfSignedCertificate make(String deviceId, Duration life, Clock clock) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(BITS);
			KeyPair keys = generator.generateKeyPair();
			X500Principal name = name(deviceId);
			Instant now = clock.instant();
			X509Certificate certificate = new X509CertificateBuilder().setSerialNumber(new BigInteger(120, new SecureRandom()).setBit(119))
					.setSubjectDn(name).setIssuerDn(name).setPublicKey(keys.getPublic()).setSigningKey(keys.getPrivate())
					.setSignatureAlgorithmName("SHA256withRSA").setNotValidBefore(now.minus(BACKDATED).atZone(ZoneOffset.UTC))
					.setNotValidAfter(now.plus(life).atZone(ZoneOffset.UTC)).addExtension(new BasicConstraintsExtension(true, false, -1))
					.addExtension(new KeyUsageExtension(KeyUsage.digitalSignature, KeyUsage.keyEncipherment))
					.addExtension(new ExtendedKeyUsageExtension(false, List.of(CLIENT_AUTHENTICATION))).build();
			return new SelfSignedCertificate(certificate, keys.getPrivate());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform has RSA", e);
		}
	}

	/** Characters that have a meaning in a name are those of the id here. */
	private static X500Principal name(String deviceId) {
		String cut = deviceId.length() > MAX_NAME ? deviceId.substring(0, MAX_NAME) : deviceId;
		return new X500Principal("CN=" + cut.replaceAll("[\\\\,+\"<>;=# ]", "\\\\$0"));
	}

	/** The certificate, which is no secret. */
	public X509Certificate certificate() {
		return certificate;
	}

	/** The private key. <b>Reveals the secret.</b> */
	public PrivateKey revealKey() {
		return key;
	}

	/** The certificate's subject only. */
	@Override
	public String toString() {
		return "SelfSignedCertificate[" + certificate.getSubjectX500Principal() + "]";
	}
}
