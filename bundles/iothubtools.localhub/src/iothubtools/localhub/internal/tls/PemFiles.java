// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * A certificate and its private key in two PEM files, both readable by their owner only.
 *
 * @param certificate  {@code name.pem}
 * @param key          {@code name.key}, PKCS 8
 */
record PemFiles(Path certificate, Path key) {

	private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
	private static final String KEY_END = "-----END PRIVATE KEY-----";

	/** The two files of that name in a directory. */
	static PemFiles in(Path directory, String name) {
		return new PemFiles(directory.resolve(name + ".pem"), directory.resolve(name + ".key"));
	}

	void write(Identity identity) throws IOException, GeneralSecurityException {
		OwnerOnly.write(key, pem(KEY_BEGIN, identity.key().getEncoded(), KEY_END));
		OwnerOnly.write(certificate, pem("-----BEGIN CERTIFICATE-----", identity.certificate().getEncoded(),
				"-----END CERTIFICATE-----"));
	}

	/** What is in the files; empty when one is missing. */
	Optional<Identity> read() throws IOException, GeneralSecurityException {
		if (!Files.exists(certificate) || !Files.exists(key)) {
			return Optional.empty();
		}
		X509Certificate x509;
		try (InputStream in = Files.newInputStream(certificate)) {
			x509 = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
		}
		String text = new String(Files.readAllBytes(key), StandardCharsets.US_ASCII).trim();
		if (!text.startsWith(KEY_BEGIN) || !text.endsWith(KEY_END)) {
			throw new IOException(key + " is no PEM file with a private key");
		}
		byte[] encoded = Base64.getMimeDecoder().decode(text.substring(KEY_BEGIN.length(), text.length() - KEY_END.length()));
		PrivateKey privateKey = KeyFactory.getInstance(x509.getPublicKey().getAlgorithm())
				.generatePrivate(new PKCS8EncodedKeySpec(encoded));
		return Optional.of(new Identity(x509, privateKey));
	}

	private static String pem(String begin, byte[] content, String end) {
		return begin + "\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content) + "\n" + end + "\n";
	}
}
