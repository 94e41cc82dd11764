#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# proton-j 0.35.0 (Maven Central, Apache Qpid's AMQP engine): the end of TLS is told by no event.
#
# Guess:  when the other end closes TLS (close_notify) without an AMQP close, as a server that is stopped does, the engine says so: an event
#         TRANSPORT_TAIL_CLOSED or TRANSPORT_ERROR, as it does when close_tail() is called at the end of a plain socket.
# Seen:   no event at all, and no exception of process(): only capacity() is -1 from then on, while the socket may stay open. A loop that
#         waits for an event or for the end of the socket waits for the idle time-out, if one was agreed on.
# Way out: look at capacity() after process(), and call close_tail() when it is below 0; that brings the events.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.qpid</groupId><artifactId>proton-j</artifactId><version>0.35.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
keytool -genkeypair -keystore keys.p12 -storepass changeit -alias a -keyalg EC -dname CN=localhost -validity 2 2>/dev/null
cat >Run.java <<'JAVA'
import java.io.FileInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.SslDomain;
import org.apache.qpid.proton.engine.Transport;

public class Run {
	public static void main(String[] arguments) throws Exception {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		keys.load(new FileInputStream("keys.p12"), "changeit".toCharArray());
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(keys, "changeit".toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(factory.getKeyManagers(), null, null);
		SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
		Thread stopped = new Thread(() -> {
			try (SSLSocket socket = (SSLSocket) server.accept()) {
				// reads what the client begins with, and ends TLS in order
				socket.getInputStream().read(new byte[8]);
			} catch (Exception e) {
				e.printStackTrace();
			}
		});
		stopped.start();

		Collector collector = Proton.collector();
		Connection connection = Proton.connection();
		connection.collect(collector);
		Transport transport = Proton.transport();
		transport.sasl().client();
		transport.sasl().setMechanisms("ANONYMOUS");
		SslDomain tls = Proton.sslDomain();
		tls.init(SslDomain.Mode.CLIENT);
		tls.setPeerAuthentication(SslDomain.VerifyMode.ANONYMOUS_PEER);
		transport.ssl(tls);
		transport.bind(connection);
		connection.open();
		List<Event.Type> events = new ArrayList<>();
		boolean endOfSocket = false;
		try (SocketChannel socket = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()))) {
			while (transport.capacity() >= 0 && !endOfSocket) {
				for (int pending = transport.pending(); pending > 0; pending = transport.pending()) {
					transport.pop(socket.write(transport.head()));
				}
				if (socket.read(transport.tail()) < 0) {
					endOfSocket = true;
				} else {
					transport.process();
				}
				for (Event event = collector.peek(); event != null; event = collector.peek()) {
					events.add(event.getType());
					collector.pop();
				}
			}
		}
		boolean told = events.contains(Event.Type.TRANSPORT_TAIL_CLOSED) || events.contains(Event.Type.TRANSPORT_ERROR)
				|| events.contains(Event.Type.TRANSPORT_CLOSED);
		System.out.println("events " + events + "\nroom for input " + transport.capacity() + ", end of the socket seen: " + endOfSocket + ", told by an event: " + told);
		if (told || transport.capacity() >= 0) {
			throw new AssertionError("this has changed");
		}
		transport.close_tail();
		List<Event.Type> afterwards = new ArrayList<>();
		for (Event event = collector.peek(); event != null; event = collector.peek()) {
			afterwards.add(event.getType());
			collector.pop();
		}
		System.out.println("after close_tail() " + afterwards);
		if (!afterwards.contains(Event.Type.TRANSPORT_TAIL_CLOSED)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
