// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The files a certificate and its key are kept in, beside each other. Where the file system knows rights, only their owner can read them, from the
 * moment they exist.
 *
 * @param certificate {@code name.pem}
 * @param key         {@code name.key}, PEM with PKCS 8, not encrypted: what a device reads by itself
 * @param keyStore    {@code name.p12}, PKCS 12 with both, behind a password
 */
public record CertificateFiles(Path certificate, Path key, Path keyStore) {

	/** What tools of Java ask for at least. */
	public static final int MIN_PASSWORD = 6;

	private static final String PEM = ".pem";

	/** Those beside the file of the certificate; its name may, but need not, end with {@code .pem}. */
	public static CertificateFiles of(Path certificate) {
		String name = String.valueOf(certificate.getFileName());
		String base = name.endsWith(PEM) && name.length() > PEM.length() ? name.substring(0, name.length() - PEM.length()) : name;
		return new CertificateFiles(certificate.resolveSibling(base + PEM), certificate.resolveSibling(base + ".key"),
				certificate.resolveSibling(base + ".p12"));
	}

	/** All three. */
	public List<Path> all() {
		return List.of(certificate, key, keyStore);
	}

	/** Those that are there and would be overwritten. */
	public List<Path> existing() {
		return Stream.of(certificate, key, keyStore).filter(Files::exists).toList();
	}

	/** Why {@code password} is none for a PKCS 12 file, in plain English; null if it is one. */
	public static @Nullable String passwordProblem(String password) {
		if (password.length() < MIN_PASSWORD) {
			return "is too short: " + MIN_PASSWORD + " characters are needed";
		}
		// programs differ in how they encode others, so that a file could be opened by some only
		return password.chars().allMatch(c -> c >= ' ' && c <= '~') ? null : "only letters without accents, digits and ASCII signs are possible";
	}

	/**
	 * Writes all of them, over those that are there, or none: what fails, as a disk that is full, leaves those that were there.
	 *
	 * @param password see {@link #passwordProblem}
	 */
	public void write(SelfSignedCertificate made, char[] password) throws IOException {
		Map<Path, byte[]> contents = new LinkedHashMap<>();
		try {
			contents.put(key, pem("PRIVATE KEY", made.revealKey().getEncoded()));
			contents.put(certificate, pem("CERTIFICATE", made.certificate().getEncoded()));
			contents.put(keyStore, pkcs12(made, password));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform has PKCS 12", e);
		}
		try (Replacement replacement = new Replacement()) {
			for (Map.Entry<Path, byte[]> each : contents.entrySet()) {
				replacement.add(each.getKey(), each.getValue());
			}
			replacement.run();
		}
	}

	private static byte[] pem(String what, byte[] content) {
		return ("-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content) + "\n-----END " + what
				+ "-----\n").getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] pkcs12(SelfSignedCertificate made, char[] password) throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("device", made.revealKey(), password, new Certificate[] { made.certificate() });
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		store.store(bytes, password);
		return bytes.toByteArray();
	}
}
