// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.certificates.CertificateFiles;
import iothubtools.client.certificates.SelfSignedCertificate;
import iothubtools.client.devices.DeviceCertificate;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.messages.DeviceMessage;

/** Certificates made for devices, their files, and whether a hub lets a device in with them, over TLS. */
class SelfSignedCertificateTest {

	private static final char[] PASSWORD = "correct horse".toCharArray();
	private static final Instant NOW = Instant.parse("2030-05-01T00:00:00Z");

	@RegisterExtension
	static final LocalHubFixture HUB = new LocalHubFixture();
	@TempDir
	Path folder = Path.of("");

	private static SelfSignedCertificate make(String deviceId) {
		return SelfSignedCertificate.make(deviceId, Duration.ofDays(365), Clock.systemUTC());
	}

	private CertificateFiles written(String deviceId) throws IOException {
		CertificateFiles files = CertificateFiles.of(folder.resolve(deviceId + ".pem"));
		files.write(make(deviceId), PASSWORD);
		return files;
	}

	@Test
	void aDeviceIsLetInWithTheKeyStoreAndWithThePemFiles() throws Exception {
		CertificateFiles files = written("d1");
		HUB.client().devices().create(DeviceIdentity.builder("d1")
				.authentication(new SelfSigned(DeviceCertificate.read(files.certificate()).sha256(), null)).build()).await(Cancellation.none());
		sends(keyStore(files));
		sends(pem(files));
		assertEquals(2, HUB.received("d1"));
	}

	private static void sends(ClientCertificate certificate) throws Exception {
		try (IotHubClient device = HUB.client(certificate)) {
			assertEquals(204, device.device("d1").send(DeviceMessage.builder().build()).await(Cancellation.none()).status());
		}
	}

	private static ClientCertificate keyStore(CertificateFiles files) throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(files.keyStore())) {
			store.load(in, PASSWORD);
		}
		String alias = store.aliases().nextElement();
		return new ClientCertificate(List.of((X509Certificate) store.getCertificate(alias)), (PrivateKey) store.getKey(alias, PASSWORD));
	}

	private static ClientCertificate pem(CertificateFiles files) throws Exception {
		String key = Files.readString(files.key()).replaceAll("-----.* PRIVATE KEY-----", "");
		try (InputStream in = Files.newInputStream(files.certificate())) {
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
			return new ClientCertificate(List.of(certificate),
					KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key))));
		}
	}

	@Test
	void isForClientsAndAsLongAsWasAskedFor() throws Exception {
		X509Certificate certificate = SelfSignedCertificate.make("d1", Duration.ofDays(30), Clock.fixed(NOW, ZoneOffset.UTC)).certificate();
		certificate.verify(certificate.getPublicKey());
		assertEquals(NOW.plus(Duration.ofDays(30)), certificate.getNotAfter().toInstant());
		assertTrue(certificate.getNotBefore().toInstant().isBefore(NOW));
		assertEquals(-1, certificate.getBasicConstraints(), "it is no CA");
		assertEquals(List.of("1.3.6.1.5.5.7.3.2"), certificate.getExtendedKeyUsage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "thermostat-1", "a,b=c+d", "#1", "it's(1)*$@%!?:._", "x,CN=y" })
	void theIdIsTheNameWhateverIsInIt(String deviceId) {
		assertEquals("CN=" + deviceId, make(deviceId).certificate().getSubjectX500Principal().getName("RFC1779").replace("\"", "").replace("\\", ""));
		assertFalse(make(deviceId).toString().contains("PrivateKey"));
	}

	@Test
	void aLongIdIsCutInTheNameOnly() {
		assertEquals("CN=" + "a".repeat(64), make("a".repeat(128)).certificate().getSubjectX500Principal().getName());
	}

	@Test
	void onlyTheOwnerReadsTheFiles() throws Exception {
		CertificateFiles files = written("d1");
		for (Path file : files.all()) {
			if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
				assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file.toString());
			}
		}
		assertEquals(3, Files.list(folder).count(), "nothing else is left");
	}

	@Test
	void whatIsThereIsToldAndOverwrittenAsAWhole() throws Exception {
		CertificateFiles files = CertificateFiles.of(folder.resolve("d1"));
		assertEquals(List.of(), files.existing());
		Files.writeString(files.key(), "mine");
		assertEquals(List.of(files.key()), files.existing());
		files.write(make("d1"), PASSWORD);
		assertEquals(files.all(), files.existing());
		assertArrayEquals(keyStore(files).chain().get(0).getEncoded(), pem(files).chain().get(0).getEncoded());
	}

	@Test
	void whatFailsLeavesWhatWasThere() throws Exception {
		CertificateFiles files = written("d1");
		byte[] before = Files.readAllBytes(files.key());
		byte[] certificate = Files.readAllBytes(files.certificate());
		// a directory where the third file would be
		Files.delete(files.keyStore());
		Files.createDirectories(files.keyStore().resolve("x"));
		assertThrows(IOException.class, () -> files.write(make("d1"), PASSWORD));
		assertArrayEquals(before, Files.readAllBytes(files.key()));
		assertArrayEquals(certificate, Files.readAllBytes(files.certificate()));
		assertEquals(3, Files.list(folder).count(), "nothing else is left");
	}

	@Test
	void aFileOfSomebodyElseStays() throws Exception {
		Path other = Files.writeString(folder.resolve("d1.key.new"), "mine");
		written("d1");
		assertEquals("mine", Files.readString(other));
	}

	@Test
	void aPasswordThatSomeProgramsCannotEnterIsNone() {
		assertNull(CertificateFiles.passwordProblem("abc 123"));
		assertNotNull(CertificateFiles.passwordProblem("abcde"));
		assertNotNull(CertificateFiles.passwordProblem("pässword"));
	}

	@Test
	void theKeyStoreHoldsNoKeyInTheClear() throws Exception {
		CertificateFiles files = written("d1");
		byte[] key = pem(files).revealKey().getEncoded();
		String store = new String(Files.readAllBytes(files.keyStore()), StandardCharsets.ISO_8859_1);
		assertFalse(store.contains(new String(key, 40, 100, StandardCharsets.ISO_8859_1)));
	}
}
