// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import iothubtools.tests.support.hub.CertificateFile;

/** A hub, and its built-in endpoint, that does what it should up to a point and then says what it is given. It shows the certificate of a local hub. */
final class HostileHub {

	/** When it says what it is given, and how. */
	enum Point {
		/** As bytes, in place of all that AMQP begins with. */
		BEGINNING,
		/** As bytes, once a connection is open. */
		OPEN,
		/** As bytes, once a link is attached where a client reads. */
		ATTACHED,
		/** As what an error says beside its name, where the hub leads to its endpoint. */
		REDIRECT,
		/** As the answer to a token. */
		TOKEN,
		/** As the answer of the endpoint to what it is. */
		MANAGEMENT,
		/** As a message where a client reads, and once more. */
		MESSAGE,
		/** As the outcome of a message that a client has sent. */
		OUTCOME,
		/** As what is before and behind the properties of the answer to what a device asks of its twin: the first byte says how much is before. */
		TWIN;

		/** That which the lower half of a byte says. */
		static Point of(byte said) {
			return values()[(said & 0xf) % values().length];
		}
	}


	private final ServerSocket server;
	private final List<X509Certificate> trusted;
	private volatile Point point = Point.BEGINNING;
	private volatile byte[] bytes = {};

	private HostileHub(ServerSocket server, List<X509Certificate> trusted) {
		this.server = server;
		this.trusted = trusted;
	}

	/** Takes connections from now on. */
	static HostileHub start() {
		try {
			Path ca = HubUnderTest.start().hub.caCertificate();
			ServerSocket server = tls(ca.resolveSibling("server-rsa.pem"), ca.resolveSibling("server-rsa.key")).getServerSocketFactory()
					.createServerSocket(0, 10, InetAddress.getLoopbackAddress());
			HostileHub hub = new HostileHub(server, List.of(new CertificateFile(ca).read()));
			Thread thread = new Thread(hub::accept, "hostile hub");
			thread.setDaemon(true);
			thread.start();
			return hub;
		} catch (IOException | GeneralSecurityException e) {
			throw new IllegalStateException("The hostile hub did not start", e);
		}
	}

	private static SSLContext tls(Path certificate, Path key) throws IOException, GeneralSecurityException {
		String text = Files.readString(key, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
		Certificate shown = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(Files.readAllBytes(certificate)));
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("server", KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text))), new char[0],
				new Certificate[] { shown });
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(store, new char[0]);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

	int port() {
		return server.getLocalPort();
	}

	/** What whoever connects is to trust. */
	List<X509Certificate> trusted() {
		return trusted;
	}

	/** What it says to the next client. */
	void say(Point when, byte[] what) {
		point = when;
		bytes = what;
	}

	private void accept() {
		while (!server.isClosed()) {
			try {
				Socket socket = server.accept();
				socket.setTcpNoDelay(true);
				Thread speaking = new Thread(() -> new HostileConnection(socket, point, bytes).run(), "hostile hub's connection");
				speaking.setDaemon(true);
				speaking.start();
			} catch (IOException e) {
				// whoever connected has turned away
			}
		}
	}
}
