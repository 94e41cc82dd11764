// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.CertificateFile;

/** The hub's own CA and the certificate it serves with. */
class CertificateTest {

	private static final int DNS = 2;
	private static final int ADDRESS = 7;

	@TempDir
	Path data;

	/** Connects as a client that checks the name, and returns the certificate served. */
	private static X509Certificate served(LocalHub hub, String name, String... protocols) throws Exception {
		return served(hub.caCertificate(), hub.port(), name, protocols);
	}

	/** The same by the CA's file and the port. */
	static X509Certificate served(Path ca, int port, String name, String... protocols) throws Exception {
		SSLSocketFactory factory = new CertificateFile(ca).trusted().getSocketFactory();
		try (Socket plain = new Socket("127.0.0.1", port);
				SSLSocket socket = (SSLSocket) factory.createSocket(plain, name, port, true)) {
			SSLParameters parameters = socket.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			if (protocols.length > 0) {
				parameters.setProtocols(protocols);
			}
			socket.setSSLParameters(parameters);
			socket.startHandshake();
			return (X509Certificate) socket.getSession().getPeerCertificates()[0];
		}
	}

	/** Connects as a client that knows cipher suites of TLS 1.2 of one kind alone, and returns the certificate served. */
	private static X509Certificate servedTo(String suite, LocalHub hub, int port) throws Exception {
		SSLSocketFactory factory = new CertificateFile(hub.caCertificate()).trusted().getSocketFactory();
		try (SSLSocket socket = (SSLSocket) factory.createSocket("127.0.0.1", port)) {
			SSLParameters parameters = socket.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			parameters.setProtocols(new String[] { "TLSv1.2" });
			parameters.setCipherSuites(new String[] { suite });
			socket.setSSLParameters(parameters);
			socket.startHandshake();
			assertEquals(2, socket.getSession().getPeerCertificates().length, "with the CA's");
			return (X509Certificate) socket.getSession().getPeerCertificates()[0];
		}
	}

	@Test
	void devicesThatKnowRsaAloneAreServedToo() throws Exception {
		LocalHub.start(LocalHubSettings.in(data)).close();
		Files.delete(data.resolve("server-rsa.pem"));
		Files.delete(data.resolve("server-rsa.key"));
		byte[] other = Files.readAllBytes(data.resolve("server.pem"));
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(data))) {
			for (int port : new int[] { hub.port(), hub.mqttPort() }) {
				assertEquals("RSA", servedTo("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", hub, port).getPublicKey().getAlgorithm());
				assertEquals("EC", servedTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", hub, port).getPublicKey().getAlgorithm());
			}
			assertEquals("EC", served(hub, "localhost").getPublicKey().getAlgorithm());
		}
		byte[] rsa = Files.readAllBytes(data.resolve("server-rsa.pem"));
		LocalHub.start(LocalHubSettings.in(data)).close();
		assertArrayEquals(rsa, Files.readAllBytes(data.resolve("server-rsa.pem")), "kept while it is good");
		assertArrayEquals(other, Files.readAllBytes(data.resolve("server.pem")));
	}

	/** Of these some small devices know one alone; the service takes all of RSA. */
	@ParameterizedTest
	@ValueSource(strings = { "AES_128_GCM_SHA256", "AES_256_GCM_SHA384", "AES_128_CBC_SHA256", "AES_256_CBC_SHA384", "AES_128_CBC_SHA",
			"AES_256_CBC_SHA" })
	void whatTheServiceSpeaksInTlsIsSpoken(String cipher) throws Exception {
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(data))) {
			for (int port : new int[] { hub.port(), hub.mqttPort(), hub.amqpPort() }) {
				assertEquals("RSA", servedTo("TLS_ECDHE_RSA_WITH_" + cipher, hub, port).getPublicKey().getAlgorithm());
				assertEquals("EC", servedTo("TLS_ECDHE_ECDSA_WITH_" + cipher, hub, port).getPublicKey().getAlgorithm());
			}
		}
	}

	private X509Certificate serverFile() throws Exception {
		return new CertificateFile(data.resolve("server.pem")).read();
	}

	private static Set<String> names(X509Certificate certificate) throws Exception {
		Set<String> names = new TreeSet<>();
		certificate.getSubjectAlternativeNames().forEach(name -> names.add(String.valueOf(name.get(1))));
		return names;
	}

	@Test
	void theCertificateIsGoodForLoopbackUnderEveryName() throws Exception {
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(data))) {
			for (String name : new String[] { "127.0.0.1", "localhost", "::1" }) {
				served(hub, name);
			}
			served(hub, "localhost", "TLSv1.2");
			served(hub, "localhost", "TLSv1.3");
			X509Certificate ca = new CertificateFile(hub.caCertificate()).read();
			assertEquals(0, ca.getBasicConstraints(), "it signs servers, no further CA");
			assertTrue(ca.getKeyUsage()[5], "keyCertSign");
			X509Certificate server = serverFile();
			assertEquals(-1, server.getBasicConstraints());
			assertEquals(Arrays.asList("1.3.6.1.5.5.7.3.1"), server.getExtendedKeyUsage());
		}
	}

	/** Whether clients that look at it take this CA for a server of that name. */
	private boolean mayVouchFor(int type, String name) throws Exception {
		X509CertSelector selector = new X509CertSelector();
		selector.addPathToName(type, name);
		return selector.match(new CertificateFile(data.resolve("ca.pem")).read());
	}

	@Test
	void theCaIsGoodForThisMachineAndItsNeighboursAlone() throws Exception {
		LocalHub.start(LocalHubSettings.in(data)).close();
		for (String name : new String[] { "localhost", "hub.localhost", "board.local", "hub.test" }) {
			assertTrue(mayVouchFor(DNS, name), name);
		}
		for (String address : new String[] { "127.0.0.1", "127.9.9.9", "0:0:0:0:0:0:0:1", "10.1.2.3", "192.168.7.8", "fe80:0:0:0:0:0:0:9" }) {
			assertTrue(mayVouchFor(ADDRESS, address), address);
		}
		for (String name : new String[] { "www.example.com", "myhub.azure-devices.net", "notlocalhost", "com", "board.local.example.com" }) {
			assertFalse(mayVouchFor(DNS, name), name);
		}
		for (String address : new String[] { "8.8.8.8", "128.0.0.1", "172.32.0.1", "0:0:0:0:0:0:0:2", "2001:db8:0:0:0:0:0:1" }) {
			assertFalse(mayVouchFor(ADDRESS, address), address);
		}
		assertFalse((new CertificateFile(data.resolve("ca.pem")).read()).getCriticalExtensionOIDs().contains("2.5.29.30"),
				"small devices do not know it");
	}

	@Test
	void aCaThatAnOlderHubMadeIsKept() throws Exception {
		writeOlderCa();
		byte[] ca = Files.readAllBytes(data.resolve("ca.pem"));
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(data).withHost("0.0.0.0"))) {
			served(hub, "localhost");
		}
		assertArrayEquals(ca, Files.readAllBytes(data.resolve("ca.pem")));
	}

	private void writeOlderCa() throws Exception {
		TestCertificates old = TestCertificates.selfSigned("IoT Hub Tools local CA 1", ZonedDateTime.now().plusDays(100));
		old.write(data.resolve("ca.pem"));
		Files.writeString(data.resolve("ca.key"), "-----BEGIN PRIVATE KEY-----\n"
				+ Base64.getMimeEncoder().encodeToString(old.key().getEncoded()) + "\n-----END PRIVATE KEY-----\n");
	}

	@Test
	void theProgramSaysThatACaIsAnOlderHubs() throws Exception {
		writeOlderCa();
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--data", data.toString())) {
			assertTrue(hub.printed("Note:").startsWith("this CA is of an older version"));
		}
		Files.delete(data.resolve("ca.pem"));
		Files.delete(data.resolve("ca.key"));
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--data", data.toString())) {
			assertTrue(hub.output.stream().noneMatch(line -> line.startsWith("Note:")), () -> hub.output.toString());
		}
	}

	@Test
	void theProgramSaysThatACaTookTheOldOnesPlace() throws Exception {
		LocalHub.start(LocalHubSettings.in(data)).close();
		Files.delete(data.resolve("ca.key"));
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--data", data.toString())) {
			assertTrue(hub.printed("Note:").startsWith("this CA is new"), hub.printed("Note:"));
		}
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--data", data.toString())) {
			assertTrue(hub.output.stream().noneMatch(line -> line.startsWith("Note:")), () -> hub.output.toString());
		}
	}

	private static boolean isOfThisMachine(String address) {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
			return socket.isBound();
		} catch (IOException e) {
			return false;
		}
	}

	@Test
	void anotherHostGetsANewCertificateOfTheSameCa() throws Exception {
		assumeTrue(isOfThisMachine("127.0.0.2"), "this system has no other loopback address, as macOS");
		LocalHub.start(LocalHubSettings.in(data)).close();
		byte[] ca = Files.readAllBytes(data.resolve("ca.pem"));
		byte[] first = Files.readAllBytes(data.resolve("server.pem"));
		LocalHub.start(LocalHubSettings.in(data)).close();
		assertArrayEquals(first, Files.readAllBytes(data.resolve("server.pem")), "kept while it is good");
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(data).withHost("127.0.0.2"))) {
			assertTrue(hub.hostName().startsWith("127.0.0.2:"));
		}
		assertEquals(Set.of("127.0.0.1", "127.0.0.2", "0:0:0:0:0:0:0:1", "localhost"), names(serverFile()));
		assertArrayEquals(ca, Files.readAllBytes(data.resolve("ca.pem")));
	}

	@Test
	void anExpiringCertificateIsMadeAnewAndSoIsTheCaInTime() throws Exception {
		LocalHub.start(LocalHubSettings.in(data)).close();
		byte[] ca = Files.readAllBytes(data.resolve("ca.pem"));
		Instant inAYear = Instant.now().plus(Duration.ofDays(395));
		LocalHub.start(LocalHubSettings.in(data).withClock(Clock.fixed(inAYear, ZoneOffset.UTC))).close();
		assertTrue(serverFile().getNotAfter().after(Date.from(inAYear.plus(Duration.ofDays(300)))));
		assertArrayEquals(ca, Files.readAllBytes(data.resolve("ca.pem")));
		Instant inTenYears = Instant.now().plus(Duration.ofDays(3649));
		LocalHub.start(LocalHubSettings.in(data).withClock(Clock.fixed(inTenYears, ZoneOffset.UTC))).close();
		assertFalse(Arrays.equals(ca, Files.readAllBytes(data.resolve("ca.pem"))));
		serverFile().verify(new CertificateFile(data.resolve("ca.pem")).read().getPublicKey());
	}

	@ParameterizedTest
	@ValueSource(strings = { "ca.pem", "ca.key", "server.pem", "server.key", "server-rsa.pem", "server-rsa.key" })
	void aDamagedFileIsNamedAndWhatTheHubSaysToDoWorks(String name) throws Exception {
		LocalHub.start(LocalHubSettings.in(data)).close();
		Path file = data.resolve(name);
		byte[] whole = Files.readAllBytes(file);
		String text = new String(whole, StandardCharsets.US_ASCII);
		// empty, nonsense, cut, and whole at both ends with something else between them
		for (String damage : List.of("", "nonsense", text.substring(0, text.length() / 2), text.replaceAll("(?m)^[A-Za-z0-9+/].*$", "AAAA"))) {
			Files.writeString(file, damage);
			LocalHubException failure = assertThrows(LocalHubException.class, () -> LocalHub.start(LocalHubSettings.in(data)));
			String message = failure.getMessage();
			assertTrue(message.contains(file + " is no PEM file with a "), message);
			assertTrue(message.contains("Put a whole copy back, or delete it"), message);
			assertEquals(name.startsWith("ca."), message.contains("clients have to trust"), message);
			assertEquals(damage, Files.readString(file));
		}
		Files.write(file, whole);
		LocalHub.start(LocalHubSettings.in(data)).close();
		Files.delete(file);
		LocalHub.start(LocalHubSettings.in(data)).close();
		assertFalse(Arrays.equals(whole, Files.readAllBytes(file)));
		serverFile().verify(new CertificateFile(data.resolve("ca.pem")).read().getPublicKey());
	}

	@ParameterizedTest
	@ValueSource(strings = { "ca", "server", "server-rsa" })
	void aKeyOfAnotherCertificateIsNamed(String name, @TempDir Path other) throws Exception {
		LocalHub.start(LocalHubSettings.in(data)).close();
		LocalHub.start(LocalHubSettings.in(other)).close();
		Path key = data.resolve(name + ".key");
		Files.copy(other.resolve(name + ".key"), key, StandardCopyOption.REPLACE_EXISTING);
		LocalHubException failure = assertThrows(LocalHubException.class, () -> LocalHub.start(LocalHubSettings.in(data)));
		String message = failure.getMessage();
		assertTrue(message.contains(key + " is not the key of " + data.resolve(name + ".pem") + ". Put a whole copy back"), message);
	}

	@Test
	void everythingKeptIsReadableByItsOwnerOnly() throws Exception {
		assumeTrue(Files.getFileStore(data).supportsFileAttributeView("posix"), "no POSIX permissions here, as on Windows");
		Path fresh = data.resolve("new");
		LocalHub.start(LocalHubSettings.in(fresh)).close();
		try (Stream<Path> files = Files.walk(fresh)) {
			for (Path file : files.toList()) {
				assertEquals(Files.isDirectory(file) ? "rwx------" : "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file.toString());
			}
		}
		assertTrue(Files.readString(fresh.resolve("ca.key")).startsWith("-----BEGIN PRIVATE KEY-----"));
	}

	@Test
	void allAddressesMeanTheNamesOfTheMachineToo() throws Exception {
		LocalHub.start(LocalHubSettings.in(data)).close();
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(data).withHost("0.0.0.0"))) {
			String host = hub.uri().getHost();
			assertFalse(host.equals("0.0.0.0"));
			served(hub, host);
			served(hub, "127.0.0.1");
			for (List<?> name : serverFile().getSubjectAlternativeNames()) {
				assertTrue(mayVouchFor((Integer) name.get(0), String.valueOf(name.get(1))), name.toString());
			}
		}
	}
}
