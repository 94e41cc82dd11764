// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.security.auth.x500.X500Principal;

import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

/**
 * A certificate and its key, of a device or of an authority.
 *
 * @param chain  the certificate, then those of its issuers
 * @param key    its private key
 */
record DeviceCertificate(X509Certificate[] chain, PrivateKey key) {

	/** A device's, signed by itself. */
	static DeviceCertificate selfSigned(String commonName) throws GeneralSecurityException {
		return make(commonName, null, false);
	}

	/** An authority's. */
	static DeviceCertificate authority(String commonName) throws GeneralSecurityException {
		return make(commonName, null, true);
	}

	/** A device's, signed by this authority. */
	DeviceCertificate sign(String commonName) throws GeneralSecurityException {
		return make(commonName, this, false);
	}

	private static DeviceCertificate make(String commonName, DeviceCertificate issuer, boolean authority)
			throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		KeyPair keys = generator.generateKeyPair();
		X500Principal name = new X500Principal("CN=" + commonName);
		ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
		X509CertificateBuilder builder = new X509CertificateBuilder().setSubjectDn(name).setPublicKey(keys.getPublic())
				.setSerialNumber(BigInteger.valueOf(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)))
				.setSignatureAlgorithmName("SHA256withRSA").setNotValidBefore(now.minusDays(1)).setNotValidAfter(now.plusDays(1))
				.addExtension(new BasicConstraintsExtension(true, authority, -1));
		if (issuer == null) {
			X509Certificate own = builder.setIssuerDn(name).setSigningKey(keys.getPrivate()).build();
			return new DeviceCertificate(new X509Certificate[] {own}, keys.getPrivate());
		}
		X509Certificate signed = builder.setIssuerDn(issuer.chain[0].getSubjectX500Principal()).setSigningKey(issuer.key).build();
		return new DeviceCertificate(new X509Certificate[] {signed, issuer.chain[0]}, keys.getPrivate());
	}

	/** SHA-1 of the certificate, as the hub wants thumbprints. */
	String thumbprint() throws GeneralSecurityException {
		return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-1").digest(chain[0].getEncoded()));
	}

	/** What shows the certificate in a TLS handshake. */
	KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
		char[] password = "none".toCharArray();
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("device", key, password, chain);
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(store, password);
		return factory.getKeyManagers();
	}

	/** Writes the certificate as PEM. */
	void write(Path file) throws GeneralSecurityException, IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, "-----BEGIN CERTIFICATE-----\n"
				+ Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(chain[0].getEncoded())
				+ "\n-----END CERTIFICATE-----\n");
	}
}
