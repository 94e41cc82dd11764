#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# mosquitto 2.0.11 (Debian 12), hivemq-community-edition-embedded 2025.5 and artemis-mqtt-protocol 2.55.0 (Maven Central), three brokers of MQTT 5: a
# message that expires after 0 seconds is kept for ever, or is nobody's.
#
# Guess:  brokers of MQTT 5 agree on the Message Expiry Interval of 0, which a program gets that subtracts the time from a deadline, or that means "no
#         end", as 0 does in JMS; and on whether somebody new in a shared subscription gets what is retained, which is not meant for one of a group.
# Seen:   mosquitto takes 0 for no expiry at all: a subscriber gets the message, without any interval, and a retained one is still there for whoever
#         comes later. HiveMQ and Artemis give it to nobody, not even to a subscriber that is there and waits, while its sender is told that it was
#         published, with a PUBACK of success. A shared subscription gets what is retained in mosquitto and Artemis, each member of a group all of it,
#         so that work is done once more with every start of a worker; in HiveMQ it does not.
# Way out: no interval for what has no end, at least 1 for what has; what is for a group is not retained.
#
# The brokers listen on loopback. Needs Debian 12 on x86_64 (apt-get download of what the script names), a JDK of 17 or newer and any Maven; fails
# when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download mosquitto=2.0.11-1.2+deb12u2 libmosquitto1 libcjson1 libwebsockets17 libdlt2 libev4 libuv1 >/dev/null 2>&1
for package in *.deb; do
  dpkg -x "$package" mosquitto
done
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.hivemq</groupId><artifactId>hivemq-community-edition-embedded</artifactId><version>2025.5</version></dependency>
<dependency><groupId>org.eclipse.paho</groupId><artifactId>org.eclipse.paho.mqttv5.client</artifactId><version>1.2.5</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
mkdir artemis
cat >artemis/pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.artemis</groupId><artifactId>artemis-server</artifactId><version>2.55.0</version></dependency>
<dependency><groupId>org.apache.artemis</groupId><artifactId>artemis-mqtt-protocol</artifactId><version>2.55.0</version></dependency>
<dependency><groupId>org.eclipse.paho</groupId><artifactId>org.eclipse.paho.mqttv5.client</artifactId><version>1.2.5</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q -f artemis org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
mkdir source
cat >source/Look.java <<'JAVA'
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Each subscriber hears a last message, "end", on the topic it subscribed to, so that nobody has to wait for what does not come. */
final class Look {
	private static final long TIME_OUT = 30_000;
	private static MqttAsyncClient publisher;
	private static String url;

	static void at(String name, int port, String expected) throws Exception {
		url = "tcp://127.0.0.1:" + port;
		publisher = new MqttAsyncClient(url, "publisher", new MemoryPersistence());
		for (int i = 0;; i++) {
			try {
				publisher.connect().waitForCompletion(TIME_OUT);
				break;
			} catch (MqttException e) {
				if (i == 60) {
					throw e;
				}
				Thread.sleep(500);
			}
		}
		Subscriber there = new Subscriber("there", "a");
		int answer = publish("a", "zero", 0L, false);
		String seen = "PUBACK " + answer + ", there: " + there.heard();
		publish("b", "zero", 0L, true);
		seen += ", retained: " + new Subscriber("later", "b").heard();
		publish("c", "kept", null, true);
		seen += ", shared: " + new Subscriber("worker-1", "$share/workers/c").heard() + new Subscriber("worker-2", "$share/workers/c").heard();
		System.out.println(name + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
		publisher.disconnect().waitForCompletion(TIME_OUT);
	}

	static int port() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static int publish(String topic, String text, Long expiry, boolean retained) throws MqttException {
		MqttMessage message = new MqttMessage(text.getBytes(), 1, retained, new MqttProperties());
		if (expiry != null) {
			message.getProperties().setMessageExpiryInterval(expiry);
		}
		IMqttToken token = publisher.publish(topic, message);
		token.waitForCompletion(TIME_OUT);
		return token.getReasonCodes() == null ? 0 : token.getReasonCodes()[0];
	}

	private static final class Subscriber implements MqttCallback {
		private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
		private final MqttAsyncClient client;
		private final String topic;

		Subscriber(String id, String filter) throws MqttException {
			topic = filter.substring(filter.lastIndexOf('/') + 1);
			client = new MqttAsyncClient(url, id, new MemoryPersistence());
			client.setCallback(this);
			client.connect().waitForCompletion(TIME_OUT);
			client.subscribe(filter, 1).waitForCompletion(TIME_OUT);
		}

		/** What came before the end. */
		String heard() throws Exception {
			Thread.sleep(2000); // a broker may look for retained messages after its SUBACK
			publish(topic, "end", null, false);
			StringBuilder heard = new StringBuilder("[");
			for (String text = messages.take(); !text.equals("end"); text = messages.take()) {
				heard.append(text);
			}
			client.disconnect().waitForCompletion(TIME_OUT);
			return heard.append("]").toString();
		}

		@Override
		public void messageArrived(String topic, MqttMessage message) {
			messages.add(new String(message.getPayload()));
		}

		@Override
		public void disconnected(MqttDisconnectResponse response) {
		}

		@Override
		public void mqttErrorOccurred(MqttException exception) {
		}

		@Override
		public void deliveryComplete(IMqttToken token) {
		}

		@Override
		public void connectComplete(boolean reconnect, String serverUri) {
		}

		@Override
		public void authPacketArrived(int reasonCode, MqttProperties properties) {
		}
	}
}
JAVA
cat >source/Mosquitto.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;

public class Mosquitto {
	public static void main(String[] arguments) throws Exception {
		int port = Look.port();
		Files.writeString(Path.of("mosquitto.conf"), "listener " + port + " 127.0.0.1\nallow_anonymous true\nuser root\n");
		ProcessBuilder builder = new ProcessBuilder("mosquitto/usr/sbin/mosquitto", "-c", "mosquitto.conf");
		builder.environment().put("LD_LIBRARY_PATH", "mosquitto/usr/lib/x86_64-linux-gnu");
		Process mosquitto = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		try {
			Look.at("mosquitto", port, "PUBACK 0, there: [zero], retained: [zero], shared: [kept][kept]");
		} finally {
			mosquitto.destroy();
			mosquitto.waitFor();
		}
	}
}
JAVA
cat >source/HiveMq.java <<'JAVA'
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.nio.file.Files;
import java.nio.file.Path;

public class HiveMq {
	public static void main(String[] arguments) throws Exception {
		int port = Look.port();
		Path folder = Path.of("hivemq").toAbsolutePath();
		Path configuration = Files.createDirectories(folder.resolve("conf"));
		Files.writeString(configuration.resolve("config.xml"), "<?xml version=\"1.0\"?><hivemq><listeners><tcp-listener><port>" + port
				+ "</port><bind-address>127.0.0.1</bind-address></tcp-listener></listeners><persistence><mode>in-memory</mode></persistence>"
				+ "<anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics></hivemq>");
		EmbeddedHiveMQ broker = EmbeddedHiveMQ.builder().withConfigurationFolder(configuration)
				.withDataFolder(Files.createDirectories(folder.resolve("data")))
				.withExtensionsFolder(Files.createDirectories(folder.resolve("extensions"))).build();
		broker.start().join();
		Look.at("HiveMQ", port, "PUBACK 0, there: [], retained: [], shared: [][]");
		broker.stop().join();
		System.exit(0);
	}
}
JAVA
cat >source/Artemis.java <<'JAVA'
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

public class Artemis {
	public static void main(String[] arguments) throws Exception {
		int port = Look.port();
		ConfigurationImpl configuration = new ConfigurationImpl();
		configuration.setPersistenceEnabled(false).setSecurityEnabled(false);
		configuration.addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT");
		EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
		broker.setConfiguration(configuration);
		broker.start();
		Look.at("Artemis", port, "PUBACK 0, there: [], retained: [], shared: [kept][kept]");
		broker.stop();
		System.exit(0);
	}
}
JAVA
run() {
  mkdir "classes-$1"
  javac -cp "$2" -d "classes-$1" source/Look.java "source/$1.java"
  java -cp "classes-$1:$2" "$1" 2>/dev/null | grep PUBACK
}
run Mosquitto "$(cat classpath)"
run HiveMq "$(cat classpath)"
run Artemis "$(cat artemis/classpath)"
echo "as described"
