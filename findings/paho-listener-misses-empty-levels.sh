#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# org.eclipse.paho.client.mqttv3 1.2.5 and org.eclipse.paho.mqttv5.client 1.2.5 (Maven Central), beside hivemq-mqtt-client 1.3.3: Paho's own
# filter says no to messages that the broker sent because of that filter.
#
# Guess:  subscribe("site/+/state", listener) gives the listener every message that the subscription brings.
# Seen:   a level may be empty, and + matches it (MQTT 3.1.1 and 5.0, 4.7.1.3), so a broker sends site//state too: a device that left its line or
#         place out. The client, which finds the listener by its own matching, does not take an empty level for one: the listener is not
#         called, and without a callback for the whole client the message is acknowledged and gone. Both of Paho's Java clients
#         match so; HiveMQ's follows the text.
# Way out: setCallback as well, and look at the topic there.
#
# The broker is a few lines on loopback that send two messages. Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.paho</groupId><artifactId>org.eclipse.paho.client.mqttv3</artifactId><version>1.2.5</version></dependency>
<dependency><groupId>org.eclipse.paho</groupId><artifactId>org.eclipse.paho.mqttv5.client</artifactId><version>1.2.5</version></dependency>
<dependency><groupId>com.hivemq</groupId><artifactId>hivemq-mqtt-client</artifactId><version>1.3.3</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.hivemq.client.mqtt.datatypes.MqttTopic;
import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;

public class Run {
	private static final String FILTER = "site/+/state";
	private static final List<String> TOPICS = List.of("site//state", "site/1/state");

	public static void main(String[] arguments) throws Exception {
		List<String> toListener = new CopyOnWriteArrayList<>();
		List<String> toCallback = new CopyOnWriteArrayList<>();
		CountDownLatch both = new CountDownLatch(2);
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Thread broker = new Thread(() -> serve(server));
			broker.setDaemon(true);
			broker.start();
			MqttClient client = new MqttClient("tcp://127.0.0.1:" + server.getLocalPort(), "reader", new MemoryPersistence());
			client.setCallback(new MqttCallback() {
				@Override
				public void messageArrived(String topic, MqttMessage message) {
					toCallback.add(topic);
					both.countDown();
				}

				@Override
				public void connectionLost(Throwable cause) { }

				@Override
				public void deliveryComplete(IMqttDeliveryToken token) { }
			});
			MqttConnectOptions options = new MqttConnectOptions();
			options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
			client.connect(options);
			client.subscribe(FILTER, 0, (topic, message) -> {
				toListener.add(topic);
				both.countDown();
			});
			if (!both.await(20, TimeUnit.SECONDS)) {
				throw new AssertionError("this has changed: a message reached neither");
			}
		}
		System.out.println(FILTER + " brought " + TOPICS + "; its listener got " + toListener + ", the callback of the client " + toCallback);
		boolean paho5 = MqttTopicValidator.isMatched(FILTER, "site//state");
		boolean hiveMq = MqttTopicFilter.of(FILTER).matches(MqttTopic.of("site//state"));
		System.out.println(FILTER + " matches site//state: Paho's client for MQTT 5 " + paho5 + ", HiveMQ's " + hiveMq);
		if (!toListener.equals(List.of("site/1/state")) || !toCallback.equals(List.of("site//state")) || paho5 || !hiveMq) {
			throw new AssertionError("this has changed");
		}
		System.exit(0);
	}

	private static void serve(ServerSocket server) {
		try (Socket socket = server.accept()) {
			DataInputStream in = new DataInputStream(socket.getInputStream());
			DataOutputStream out = new DataOutputStream(socket.getOutputStream());
			for (int type = in.read(); type >= 0; type = in.read()) {
				// all packets here are shorter than 128 bytes, so that the length is one byte
				byte[] packet = in.readNBytes(in.readUnsignedByte());
				if (type == 0x10) {
					out.write(new byte[] { 0x20, 2, 0, 0 });
				} else if (type == 0x82) {
					out.write(new byte[] { (byte) 0x90, 3, packet[0], packet[1], 0 });
					for (String topic : TOPICS) {
						byte[] name = topic.getBytes(StandardCharsets.UTF_8);
						out.write(new byte[] { 0x30, (byte) (2 + name.length) });
						out.writeShort(name.length);
						out.write(name);
					}
				}
				out.flush();
			}
		} catch (IOException e) {
			// the client is gone
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
