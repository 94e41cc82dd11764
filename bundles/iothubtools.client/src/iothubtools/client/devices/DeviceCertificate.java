// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;

/**
 * What a file says of the certificate of a device (contract §4). Of several in a PEM file it is the first, which is the device's own
 * in a chain. A private key beside it is passed over, and never kept or told.
 *
 * @param subject    whom the certificate is for, as {@code CN=thermostat-1}
 * @param validUntil when it ends
 * @param sha1       40 hex digits
 * @param sha256     64 hex digits
 */
public record DeviceCertificate(String subject, Instant validUntil, String sha1, String sha256) {

	private static final String FIELD = "certificate";
	/** A chain with its keys is some ten KB: what is longer is something else, picked by mistake. */
	private static final int MAX_BYTES = 1024 * 1024;
	/** What each file in DER begins with: the tag of a sequence. */
	private static final int SEQUENCE = 0x30;

	/**
	 * Reads PEM or DER.
	 *
	 * @throws IOException           when the file cannot be read
	 * @throws InvalidInputException when no certificate is in it, with a reason that repeats nothing of what it holds
	 */
	public static DeviceCertificate read(Path file) throws IOException {
		if (Files.size(file) > MAX_BYTES) {
			throw new InvalidInputException(FIELD, "is longer than 1 MB, so it is no certificate");
		}
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			in.mark(1);
			boolean binary = in.read() == SEQUENCE;
			in.reset();
			return of(binary ? in.readNBytes(MAX_BYTES) : pem(in));
		}
	}

	private static DeviceCertificate of(byte[] der) {
		try {
			if (CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate) {
				return new DeviceCertificate(certificate.getSubjectX500Principal().getName(), certificate.getNotAfter().toInstant(),
						hash("SHA-1", certificate), hash("SHA-256", certificate));
			}
		} catch (CertificateException e) {
			// said below, without the parser's message, which may repeat parts of the file
		}
		throw new InvalidInputException(FIELD, "holds no X.509 certificate in PEM or DER");
	}

	private static String hash(String algorithm, X509Certificate certificate) throws CertificateEncodingException {
		try {
			return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has " + algorithm, e);
		}
	}

	/** The first certificate; lines of anything else are dropped as they come. */
	private static byte[] pem(InputStream in) throws IOException {
		BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
		StringBuilder base64 = new StringBuilder();
		boolean inside = false;
		boolean key = false;
		for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
			if (line.contains("-----BEGIN ")) {
				inside = line.contains("-----BEGIN CERTIFICATE-----") || line.contains("-----BEGIN X509 CERTIFICATE-----");
				key |= line.contains("PRIVATE KEY-----");
			} else if (inside && line.contains("-----END ")) {
				return decoded(base64.toString());
			} else if (inside) {
				base64.append(line);
			}
		}
		throw new InvalidInputException(FIELD,
				key ? "holds a private key, but no certificate" : "holds no X.509 certificate in PEM or DER");
	}

	private static byte[] decoded(String base64) {
		try {
			return Base64.getMimeDecoder().decode(base64);
		} catch (IllegalArgumentException e) {
			// without its message, which tells a character of the text
			throw new InvalidInputException(FIELD, "holds a certificate that is damaged");
		}
	}
}
