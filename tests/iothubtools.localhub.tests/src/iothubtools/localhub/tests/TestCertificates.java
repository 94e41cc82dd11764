// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;

import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

import iothubtools.tests.support.hub.CertificateFile;

/**
 * A certificate of a device or an authority with its key.
 *
 * @param chain its own first, then those that vouch for it
 */
record TestCertificates(PrivateKey key, X509Certificate... chain) {

	private static final char[] PASSWORD = "unused".toCharArray();

	/** One that only itself vouches for. */
	static TestCertificates selfSigned(String commonName) throws GeneralSecurityException {
		return selfSigned(commonName, ZonedDateTime.now().plusDays(2));
	}

	static TestCertificates selfSigned(String commonName, ZonedDateTime until) throws GeneralSecurityException {
		return selfSigned(commonName, until, true, 5);
	}

	/** With how many authorities may be below it. */
	static TestCertificates selfSigned(String commonName, ZonedDateTime until, boolean authority, int pathLength)
			throws GeneralSecurityException {
		KeyPair keys = keys();
		X500Principal name = new X500Principal("CN=" + commonName);
		return new TestCertificates(keys.getPrivate(), builder(name, keys).setNotValidAfter(until)
				.setIssuerDn(name).setSigningKey(keys.getPrivate()).addExtension(new BasicConstraintsExtension(true, authority, pathLength))
				.build());
	}

	/** What the hub itself signs with, from its data directory. */
	static TestCertificates ofHub(Path directory) throws IOException, GeneralSecurityException {
		String pem = Files.readString(directory.resolve("ca.key")).replaceAll("-----[A-Z ]+-----", "");
		PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
		return new TestCertificates(key, new CertificateFile(directory.resolve("ca.pem")).read());
	}

	/** One that this authority vouches for, which may be an authority too. */
	TestCertificates issue(String commonName, boolean authority, ZonedDateTime until) throws GeneralSecurityException {
		KeyPair keys = keys();
		X509Certificate issued = builder(new X500Principal("CN=" + commonName + ",O=Test"), keys).setNotValidAfter(until)
				.setIssuerDn(chain[0].getSubjectX500Principal()).setSigningKey(key)
				.addExtension(new BasicConstraintsExtension(true, authority, authority ? 1 : -1)).build();
		X509Certificate[] longer = new X509Certificate[chain.length + 1];
		System.arraycopy(chain, 0, longer, 1, chain.length);
		longer[0] = issued;
		return new TestCertificates(keys.getPrivate(), longer);
	}

	TestCertificates issue(String commonName) throws GeneralSecurityException {
		return issue(commonName, false, ZonedDateTime.now().plusDays(2));
	}

	/** The same without those that vouch for it. */
	TestCertificates alone() {
		return new TestCertificates(key, chain[0]);
	}

	/** The same without the last, the root. */
	TestCertificates withoutRoot() {
		return new TestCertificates(key, Arrays.copyOf(chain, chain.length - 1));
	}

	String thumbprint(String algorithm) throws GeneralSecurityException {
		return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance(algorithm).digest(chain[0].getEncoded()));
	}

	/** A PEM file with the first certificate. */
	Path write(Path file) throws IOException, GeneralSecurityException {
		String text = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(chain[0].getEncoded());
		return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n",
				StandardCharsets.US_ASCII);
	}

	/** TLS that shows this certificate and trusts the hub alone. */
	SSLContext tls(TestHub hub) throws IOException, GeneralSecurityException {
		KeyStore own = KeyStore.getInstance(KeyStore.getDefaultType());
		own.load(null, null);
		own.setKeyEntry("own", key, PASSWORD, chain);
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(own, PASSWORD);
		KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
		trusted.load(null, null);
		Certificate authority = new CertificateFile(hub.hub().caCertificate()).read();
		trusted.setCertificateEntry("ca", authority);
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
		return context;
	}

	private static X509CertificateBuilder builder(X500Principal subject, KeyPair keys) {
		ZonedDateTime now = ZonedDateTime.now();
		return new X509CertificateBuilder().setSerialNumber(new BigInteger(100, new SecureRandom()).setBit(99))
				.setSubjectDn(subject).setPublicKey(keys.getPublic()).setSignatureAlgorithmName("SHA256withECDSA")
				.setNotValidBefore(now.minusDays(1)).setNotValidAfter(now.plusDays(2));
	}

	private static KeyPair keys() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(256);
		return generator.generateKeyPair();
	}
}
