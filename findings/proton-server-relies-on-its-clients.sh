#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# proton-j 0.35.0 (Maven Central, Apache Qpid's AMQP engine), as a server: it relies on clients that keep the rules, and on those that wait for answers.
#
# Guess:  Transport.process() throws TransportException for every frame that breaks a rule, and has told the client then; what a client begins and
#         ends before it is answered is answered all the same, as AMQP lets it do so.
# Seen:   a flow for a handle that was never attached is a NullPointerException out of process(), and the client hears nothing. Of a session that is
#         begun and ended in one read the answer is a begin for the channel 65535, which is none.
# Way out: catch RuntimeException around process() alone, close the connection with amqp:connection:framing-error and feed the engine no more. After a
#         frame that begins something, call pending() before the next is read: the answer is made then.
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
cat >Run.java <<'JAVA'
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;

public class Run {
	private final Transport client = Proton.transport();
	private final Transport server = Proton.transport();
	private final Collector events = Proton.collector();
	private final Connection connection = Proton.connection();
	private final Session session = connection.session();
	private final Receiver link = session.receiver("r");

	private Run() {
		Connection served = Proton.connection();
		served.collect(events);
		server.bind(served);
		client.bind(connection);
		connection.open();
		session.open();
		link.open();
		read();
	}

	public static void main(String[] arguments) {
		// a flow on channel 0 for handle 100
		byte[] unattached = HexFormat.of().parseHex("0000001902000000005313c00c074352104352105264435201");
		Run broken = new Run();
		expect(NullPointerException.class, () -> {
			broken.server.tail().put(unattached);
			broken.server.process();
		});
		Run breath = new Run();
		breath.link.close();
		breath.read();
		breath.session.close();
		breath.read();
		breath.server.pending();
		ByteBuffer answer = breath.server.head();
		byte[] bytes = new byte[answer.remaining()];
		answer.get(bytes);
		String hex = HexFormat.of().formatHex(bytes);
		System.out.println("The answer to a session that was begun and ended in one read: " + hex);
		if (!hex.matches(".*005311c0....60ffff.*")) {
			throw new AssertionError("this has changed");
		}
	}

	/** What the client says, and what the server does about that. */
	private void read() {
		move(client, server);
		for (Event event = events.peek(); event != null; event = events.peek()) {
			switch (event.getType()) {
			case CONNECTION_REMOTE_OPEN -> event.getConnection().open();
			case SESSION_REMOTE_OPEN -> event.getSession().open();
			case LINK_REMOTE_OPEN -> event.getLink().open();
			case LINK_REMOTE_CLOSE -> {
				event.getLink().close();
				event.getLink().free();
			}
			case SESSION_REMOTE_CLOSE -> {
				event.getSession().close();
				event.getSession().free();
			}
			case CONNECTION_REMOTE_CLOSE -> event.getConnection().close();
			default -> { }
			}
			events.pop();
		}
	}

	private static void move(Transport from, Transport to) {
		for (int pending = from.pending(); pending > 0; pending = from.pending()) {
			ByteBuffer head = from.head();
			to.tail().put(head);
			from.pop(pending);
			to.process();
		}
	}

	private static void expect(Class<? extends RuntimeException> failure, Runnable action) {
		try {
			action.run();
		} catch (RuntimeException e) {
			if (failure.isInstance(e)) {
				System.out.println(e + " at " + e.getStackTrace()[0]);
				return;
			}
			throw e;
		}
		throw new AssertionError("this has changed: no " + failure.getSimpleName());
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
