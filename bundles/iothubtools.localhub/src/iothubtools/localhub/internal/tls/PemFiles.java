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
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A certificate and its private key in two PEM files, both readable by their owner only.
 *
 * @param certificate  {@code name.pem}
 * @param key          {@code name.key}, PKCS 8
 */
record PemFiles(Path certificate, Path key) {

	/** Name of the files of the CA. */
	static final String AUTHORITY = "ca";

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

	/**
	 * What is in the files; empty when one is missing.
	 *
	 * @throws IOException when they cannot be read, are not what was written or do not belong together; says then which one and what
	 *                     to do
	 */
	Optional<Identity> read() throws IOException {
		if (!Files.exists(certificate) || !Files.exists(key)) {
			return Optional.empty();
		}
		X509Certificate x509 = readCertificate();
		PrivateKey privateKey = readKey(x509.getPublicKey().getAlgorithm());
		if (!belongsTo(x509.getPublicKey(), privateKey)) {
			throw unusable(key + " is not the key of " + certificate, key, null);
		}
		return Optional.of(new Identity(x509, privateKey));
	}

	/** Else whatever is signed or served with it fails at each client, which does not say why. */
	private static boolean belongsTo(PublicKey publicKey, PrivateKey privateKey) throws IOException {
		byte[] text = KEY_BEGIN.getBytes(StandardCharsets.US_ASCII);
		try {
			Signature signature = Signature.getInstance(publicKey.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
			signature.initSign(privateKey);
			signature.update(text);
			byte[] signed = signature.sign();
			signature.initVerify(publicKey);
			signature.update(text);
			return signature.verify(signed);
		} catch (GeneralSecurityException e) {
			return false;
		}
	}

	private X509Certificate readCertificate() throws IOException {
		try (InputStream in = Files.newInputStream(certificate)) {
			return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
		} catch (CertificateException e) {
			throw damaged(certificate, "certificate", e);
		}
	}

	private PrivateKey readKey(String algorithm) throws IOException {
		String text = new String(Files.readAllBytes(key), StandardCharsets.US_ASCII).trim();
		if (!text.startsWith(KEY_BEGIN) || !text.endsWith(KEY_END)) {
			throw damaged(key, "private key", null);
		}
		try {
			byte[] encoded = Base64.getMimeDecoder().decode(text.substring(KEY_BEGIN.length(), text.length() - KEY_END.length()));
			return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
		} catch (GeneralSecurityException | IllegalArgumentException e) {
			throw damaged(key, "private key", e);
		}
	}

	private static IOException damaged(Path file, String what, @Nullable Exception cause) {
		return unusable(file + " is no PEM file with a " + what, file, cause);
	}

	/** The hub makes anew what is missing; of the CA's files, both, and certificates of the server with it. */
	private static IOException unusable(String what, Path file, @Nullable Exception cause) {
		boolean authority = String.valueOf(file.getFileName()).startsWith(AUTHORITY + ".");
		return new IOException(what + ". Put a whole copy back, or delete it: the hub then makes a new "
				+ (authority ? "CA, whose ca.pem clients have to trust." : "one."), cause);
	}

	private static String pem(String begin, byte[] content, String end) {
		return begin + "\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content) + "\n" + end + "\n";
	}
}
