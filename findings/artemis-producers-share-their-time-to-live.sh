#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# artemis-jakarta-client 2.55.0 (Maven Central, JMS of Apache Artemis) beside qpid-jms-client 2.6.1 (Maven Central, that of Apache Qpid): a time to
# live for one message is one for all that follow.
#
# Guess:  context.createProducer().setTimeToLive(1000).send(…), as JMS 2 has it for one line, is for that message: a JMSProducer holds its options,
#         and createProducer() makes one with the defaults, no end of life, priority 4, persistent.
# Seen:   time to live, priority, delivery mode and the switches for ids and times are kept in what all producers of a context share. After one
#         command that may not be late, all of the context's messages end after a second, and after one that may be lost none of them outlives the
#         broker's restart: also those of a producer made before, and of one made later with createProducer(). Without an error: a slow consumer finds
#         nothing. Properties, type and correlation id are each producer's own. Qpid's producers have all of it for themselves, at the same broker.
# Way out: one JMSContext for each kind of message (context.createContext(mode) shares the connection); or all options set each time.
#
# The broker listens on loopback. Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.artemis</groupId><artifactId>artemis-server</artifactId><version>2.55.0</version></dependency>
<dependency><groupId>org.apache.artemis</groupId><artifactId>artemis-amqp-protocol</artifactId><version>2.55.0</version></dependency>
<dependency><groupId>org.apache.artemis</groupId><artifactId>artemis-jakarta-client</artifactId><version>2.55.0</version></dependency>
<dependency><groupId>org.apache.qpid</groupId><artifactId>qpid-jms-client</artifactId><version>2.6.1</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.net.ServerSocket;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

public class Run {
	public static void main(String[] arguments) throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		ConfigurationImpl configuration = new ConfigurationImpl();
		configuration.setPersistenceEnabled(false).setSecurityEnabled(false);
		configuration.addAcceptorConfiguration("all", "tcp://127.0.0.1:" + port + "?protocols=CORE,AMQP");
		EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
		broker.setConfiguration(configuration);
		broker.start();
		try {
			check("Artemis", new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port), "3600000 9 1, after that 3600000, of its own: null");
			check("Qpid", new JmsConnectionFactory("amqp://127.0.0.1:" + port), "0 4 2, after that 0, of its own: null");
		} finally {
			broker.stop();
		}
	}

	private static void check(String client, ConnectionFactory factory, String expected) throws Exception {
		try (JMSContext context = factory.createContext()) {
			Queue queue = context.createQueue("telemetry-" + client);
			JMSConsumer consumer = context.createConsumer(queue);
			JMSProducer before = context.createProducer();
			context.createProducer().setTimeToLive(3_600_000).setPriority(9).setDeliveryMode(DeliveryMode.NON_PERSISTENT).setJMSType("command")
					.send(context.createQueue("commands-" + client), "stop");
			before.send(queue, "21.5");
			Message message = consumer.receive(30_000);
			long life = message.getJMSExpiration() == 0 ? 0 : message.getJMSExpiration() - message.getJMSTimestamp();
			String seen = life + " " + message.getJMSPriority() + " " + message.getJMSDeliveryMode() + ", after that "
					+ context.createProducer().getTimeToLive() + ", of its own: " + message.getJMSType();
			System.out.println(client + ": time to live, priority and mode of another producer's message: " + seen);
			if (!seen.equals(expected)) {
				throw new AssertionError("this has changed");
			}
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
