// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate of a test server or device, made by the JDK's keytool. */
public record TestCertificates(SSLContext tls, X509Certificate certificate, PrivateKey key) {

	private static final char[] PASSWORD = "changeit".toCharArray();

	/**
	 * Makes a certificate.
	 *
	 * @param names its subject alternative names in keytool's form, e.g. {@code ip:127.0.0.1}
	 */
	public static TestCertificates create(Path directory, String names)
			throws IOException, InterruptedException, GeneralSecurityException {
		Path file = directory.resolve("server.p12");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
				"CN=Test", "-ext", "san=" + names, "-validity", "2", "-storetype", "PKCS12", "-storepass",
				new String(PASSWORD), "-keystore", file.toString()));
		Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (keytool.waitFor() != 0) {
			throw new IOException(output);
		}
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, PASSWORD);
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD);
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(keys.getKeyManagers(), null, null);
		return new TestCertificates(tls, (X509Certificate) store.getCertificate("server"),
				(PrivateKey) store.getKey("server", PASSWORD));
	}
}
