// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.devices.DeviceCertificate;
import iothubtools.client.devices.Thumbprints;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.tests.support.hub.LocalHubExtension;

/** Contract §4: the thumbprint of a certificate that is at hand as a file. */
class DeviceCertificateTest {

	private static final String KEY = "bm90IGEga2V5IGF0IGFsbCwgYnV0IG5vYm9keSBpcyB0byByZWFkIGl0";
	private static final String PRIVATE_KEY = "-----BEGIN PRIVATE KEY-----\n" + KEY + "\n-----END PRIVATE KEY-----\n";

	/** Its CA certificate is a real one, made anew. */
	@RegisterExtension
	final LocalHubExtension hub = new LocalHubExtension();
	private Path folder = Path.of("");

	@BeforeEach
	void use(@TempDir Path folder) {
		this.folder = folder;
	}

	private X509Certificate certificate() throws Exception {
		try (InputStream in = Files.newInputStream(hub.hub().caCertificate())) {
			return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
		}
	}

	private Path file(String name, byte[] content) throws IOException {
		return Files.write(folder.resolve(name), content);
	}

	private Path file(String name, String content) throws IOException {
		return file(name, content.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static String pem(byte[] der) {
		return "-----BEGIN CERTIFICATE-----\r\n" + Base64.getMimeEncoder().encodeToString(der) + "\r\n-----END CERTIFICATE-----\r\n";
	}

	@Test
	void pemAndDerOfOneCertificateHaveTheSameThumbprints() throws Exception {
		byte[] der = certificate().getEncoded();
		DeviceCertificate read = DeviceCertificate.read(file("d.cer", der));
		assertEquals(HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-1").digest(der)), read.sha1());
		assertEquals(HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-256").digest(der)), read.sha256());
		assertNull(Thumbprints.problem(read.sha1()));
		assertNull(Thumbprints.problem(read.sha256()));
		assertEquals(certificate().getNotAfter().toInstant(), read.validUntil());
		assertTrue(read.subject().contains("CN="), read.subject());
		assertEquals(read, DeviceCertificate.read(file("d.pem", pem(der))));
	}

	@Test
	void aPrivateKeyAndWhatElseIsInTheFileIsPassedOver() throws Exception {
		byte[] der = certificate().getEncoded();
		String bag = "\u00EF\u00BB\u00BFBag Attributes\n    friendlyName: d\n" + PRIVATE_KEY + pem(der)
				+ "-----BEGIN CERTIFICATE-----\nissuer\n-----END CERTIFICATE-----\n";
		DeviceCertificate read = DeviceCertificate.read(file("bag.pem", bag));
		assertEquals(DeviceCertificate.read(file("d.cer", der)), read);
		assertFalse(read.toString().contains(KEY));
	}

	private void refuses(Path file, String words) {
		InvalidInputException refused = assertThrows(InvalidInputException.class, () -> DeviceCertificate.read(file));
		assertTrue(refused.reason().contains(words), refused.reason());
		assertFalse(refused.getMessage().contains(KEY.substring(0, 8)), refused.getMessage());
	}

	@Test
	void saysWhatAFileIsInstead() throws Exception {
		refuses(file("key.pem", PRIVATE_KEY), "private key, but no certificate");
		refuses(file("key-and-rest.pem", PRIVATE_KEY + "-----BEGIN CERTIFICATE-----\n" + KEY), "private key, but no certificate");
		refuses(file("empty.pem", ""), "no X.509 certificate");
		refuses(file("text.txt", "hello"), "no X.509 certificate");
		refuses(file("empty-block.pem", pem(new byte[0])), "no X.509 certificate");
		refuses(file("other.der", new byte[] { 0x30, 0x03, 0x02, 0x01, 0x03 }), "no X.509 certificate");
		refuses(file("wrong.pem", pem("these are other bytes".getBytes(StandardCharsets.US_ASCII))), "no X.509 certificate");
		refuses(file("damaged.pem", "-----BEGIN CERTIFICATE-----\nA===B\n-----END CERTIFICATE-----\n"), "damaged");
		byte[] der = certificate().getEncoded();
		refuses(file("half.pem", pem(Arrays.copyOf(der, der.length / 2))), "no X.509 certificate");
		refuses(file("big.bin", new byte[1024 * 1024 + 1]), "longer than 1 MB");
	}

	@Test
	void aFileThatIsGoneIsNoCertificateError() {
		assertThrows(IOException.class, () -> DeviceCertificate.read(folder.resolve("gone.pem")));
		assertThrows(IOException.class, () -> DeviceCertificate.read(folder));
	}
}
