#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# moquette-broker 0.17 (Maven Central, the MQTT broker that runs inside a Java program): a retained message of QoS 0 is not kept, and takes the one
# of QoS 1 with it that was kept before.
#
# Guess:  retain is kept whatever the QoS, as aedes 1.2.0 does with the same messages: the topic's last value is there for whoever subscribes later.
# Seen:   a subscriber after a retained message of QoS 1 gets it. After another one of QoS 0 on that topic, which had a body, a subscriber gets
#         nothing at all, as if the body had been empty; on a topic of its own the same. MQTT 3.1.1 allows it (MQTT-3.3.1-7: a server should
#         store it, and may discard it at any time), so a device that reports its state in the cheapest way has none in tests against Moquette.
# Way out: retained messages at QoS 1, also where their loss would not matter.
#
# The broker listens on loopback. Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>io.moquette</groupId><artifactId>moquette-broker</artifactId><version>0.17</version></dependency>
<dependency><groupId>org.eclipse.paho</groupId><artifactId>org.eclipse.paho.client.mqttv3</artifactId><version>1.2.5</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttMessageListener;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

public class Run {
	public static void main(String[] arguments) throws Exception {
		Properties settings = new Properties();
		settings.setProperty("host", "127.0.0.1");
		settings.setProperty("port", "0");
		settings.setProperty("allow_anonymous", "true");
		settings.setProperty("persistence_enabled", "false");
		settings.setProperty("telemetry_enabled", "false");
		Server broker = new Server();
		broker.startServer(new MemoryConfig(settings));
		String url = "tcp://127.0.0.1:" + broker.getPort();
		MqttClient device = new MqttClient(url, "device", new MemoryPersistence());
		device.connect();
		device.publish("plant/state", "21.5".getBytes(), 1, true);
		List<String> first = later(url, "plant/state");
		device.publish("plant/state", "21.6".getBytes(), 0, true);
		// it is acknowledged, so that what was sent before has been taken
		device.publish("other", new byte[] { 1 }, 1, false);
		List<String> second = later(url, "plant/state");
		device.publish("plant/new", "21.7".getBytes(), 0, true);
		device.publish("other", new byte[] { 1 }, 1, false);
		List<String> alone = later(url, "plant/new");
		System.out.println("after 21.5 at QoS 1: " + first + ", after 21.6 at QoS 0: " + second + ", after 21.7 at QoS 0 alone: " + alone);
		if (!first.equals(List.of("21.5")) || !second.isEmpty() || !alone.isEmpty()) {
			throw new AssertionError("this has changed");
		}
		System.exit(0);
	}

	/** What somebody gets who subscribes now. */
	private static List<String> later(String url, String topic) throws Exception {
		List<String> got = new CopyOnWriteArrayList<>();
		CountDownLatch end = new CountDownLatch(1);
		MqttClient client = new MqttClient(url, "reader", new MemoryPersistence());
		client.connect();
		client.subscribe(new String[] { topic, "end" }, new int[] { 1, 1 }, new IMqttMessageListener[] {
				(name, message) -> got.add(new String(message.getPayload())), (name, message) -> end.countDown() });
		client.publish("end", new byte[] { 1 }, 1, false);
		if (!end.await(20, TimeUnit.SECONDS)) {
			throw new AssertionError("this has changed: what is sent last does not come");
		}
		client.disconnect();
		client.close();
		return got;
	}
}
JAVA
java -cp "$(cat classpath)" Run.java 2>/dev/null
echo "as described"
