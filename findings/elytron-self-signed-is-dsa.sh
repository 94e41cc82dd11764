#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# wildfly-elytron-x500-cert 2.6.4.Final (Maven Central, makes X.509 certificates): a self-signed certificate is of DSA, which TLS 1.3 cannot use.
#
# Guess:  SelfSignedX509CertificateAndSigningKey.builder().setDn(name).build() is for a server or a device, so its key is RSA or of an elliptic
#         curve, as those of openssl req -x509 are.
# Seen:   the key is DSA. TLS 1.3 (RFC 8446, 4.2.3) has no signatures of DSA, so that a server with it cannot make any connection of TLS 1.3: the
#         handshake fails with an alert, and nothing speaks of the key. The same server with the algorithm set answers.
# Way out: setKeyAlgorithmName("EC"), or "RSA".
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.wildfly.security</groupId><artifactId>wildfly-elytron-x500-cert</artifactId><version>2.6.4.Final</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;

public class Run {
	public static void main(String[] arguments) throws Exception {
		X500Principal name = new X500Principal("CN=localhost");
		SelfSignedX509CertificateAndSigningKey plain = SelfSignedX509CertificateAndSigningKey.builder().setDn(name).build();
		SelfSignedX509CertificateAndSigningKey curve = SelfSignedX509CertificateAndSigningKey.builder().setDn(name).setKeyAlgorithmName("EC").build();
		String first = handshake(plain);
		String second = handshake(curve);
		System.out.println("as it is: " + plain.getSigningKey().getAlgorithm() + ", " + first);
		System.out.println("with EC: " + curve.getSigningKey().getAlgorithm() + ", " + second);
		if (!plain.getSigningKey().getAlgorithm().equals("DSA") || !first.contains("handshake_failure") || !second.equals("TLSv1.3")) {
			throw new AssertionError("this has changed");
		}
		System.exit(0);
	}

	private static String handshake(SelfSignedX509CertificateAndSigningKey made) throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("server", made.getSigningKey(), new char[0], new Certificate[] { made.getSelfSignedCertificate() });
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, new char[0]);
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("server", made.getSelfSignedCertificate());
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLSv1.3");
		context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
		InetAddress loopback = InetAddress.getLoopbackAddress();
		try (SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
			Thread answering = new Thread(() -> {
				try (SSLSocket accepted = (SSLSocket) server.accept()) {
					accepted.startHandshake();
					accepted.getInputStream().read();
				} catch (IOException e) {
					// the client tells
				}
			});
			answering.start();
			try (SSLSocket client = (SSLSocket) context.getSocketFactory().createSocket(loopback, server.getLocalPort())) {
				client.setSoTimeout(20_000);
				client.setEnabledProtocols(new String[] { "TLSv1.3" });
				client.startHandshake();
				return client.getSession().getProtocol();
			} catch (SSLException e) {
				return e.getMessage();
			}
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
