#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# hivemq-mqtt-client 1.3.3 (Maven Central, HiveMQ's MQTT client for Java): a message that no code of the application gets is acknowledged all the
# same.
#
# Guess:  a message of QoS 1 that arrives while nobody reads is kept by the client until somebody does, or is not acknowledged, so that the broker
#         keeps it: at least once is what QoS 1 is for.
# Seen:   a broker sends what waits in a session (cleanSession false) right after CONNACK, so before the application's subscribe, which
#         comes after connect() in every example. The client answers with PUBACK and drops the message; the subscribe with a callback a
#         moment later brings nothing. At an IoT hub that PUBACK completes the message to the device: it is gone, and its sender is told
#         that it was delivered.
# Way out: client.toAsync().publishes(MqttGlobalPublishFilter.ALL, callback) before connect().
#
# The broker is a few lines on loopback with one message. Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.hivemq</groupId><artifactId>hivemq-mqtt-client</artifactId><version>1.3.3</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
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

public class Run {
	public static void main(String[] arguments) throws Exception {
		List<String> after = new CopyOnWriteArrayList<>();
		List<String> before = new CopyOnWriteArrayList<>();
		boolean acknowledgedUnread = run(false, after);
		boolean acknowledgedRead = run(true, before);
		System.out.println("read from after connect() on: acknowledged " + acknowledgedUnread + ", the application has " + after);
		System.out.println("read from before connect() on: acknowledged " + acknowledgedRead + ", the application has " + before);
		if (!acknowledgedUnread || !after.equals(List.of("last")) || !acknowledgedRead || !before.equals(List.of("first", "last"))) {
			throw new AssertionError("this has changed");
		}
		System.exit(0);
	}

	/** Whether the message that waited was acknowledged; the texts are those of it and of one that is sent after the subscribe. */
	private static boolean run(boolean early, List<String> read) throws Exception {
		CountDownLatch acknowledged = new CountDownLatch(1);
		CountDownLatch last = new CountDownLatch(1);
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Thread broker = new Thread(() -> serve(server, acknowledged));
			broker.setDaemon(true);
			broker.start();
			Mqtt3BlockingClient client = MqttClient.builder().useMqttVersion3().identifier("device").serverHost("127.0.0.1")
					.serverPort(server.getLocalPort()).buildBlocking();
			if (early) {
				client.toAsync().publishes(MqttGlobalPublishFilter.ALL, message -> take(message.getPayloadAsBytes(), read, last));
			}
			client.connectWith().cleanSession(false).send();
			boolean done = acknowledged.await(20, TimeUnit.SECONDS);
			if (early) {
				client.subscribeWith().topicFilter("commands").send();
			} else {
				client.toAsync().subscribeWith().topicFilter("commands").callback(message -> take(message.getPayloadAsBytes(), read, last)).send().get();
			}
			if (!last.await(20, TimeUnit.SECONDS)) {
				throw new AssertionError("this has changed: the message after the subscribe did not come");
			}
			client.disconnect();
			return done;
		}
	}

	private static void take(byte[] payload, List<String> read, CountDownLatch last) {
		String text = new String(payload, StandardCharsets.US_ASCII);
		read.add(text);
		if (text.equals("last")) {
			last.countDown();
		}
	}

	private static void serve(ServerSocket server, CountDownLatch acknowledged) {
		try (Socket socket = server.accept()) {
			DataInputStream in = new DataInputStream(socket.getInputStream());
			DataOutputStream out = new DataOutputStream(socket.getOutputStream());
			for (int type = in.read(); type >= 0; type = in.read()) {
				// all packets here are shorter than 128 bytes, so that the length is one byte
				byte[] packet = in.readNBytes(in.readUnsignedByte());
				if (type == 0x10) {
					// the session is there, and a message of QoS 1 waits in it
					out.write(new byte[] { 0x20, 2, 1, 0 });
					publish(out, 7, "first");
				} else if (type == 0x40 && packet[1] == 7) {
					acknowledged.countDown();
				} else if (type == 0x82) {
					out.write(new byte[] { (byte) 0x90, 3, packet[0], packet[1], 1 });
					publish(out, 8, "last");
				}
				out.flush();
			}
		} catch (IOException e) {
			// the client is gone
		}
	}

	private static void publish(DataOutputStream out, int id, String text) throws IOException {
		byte[] topic = "commands".getBytes(StandardCharsets.US_ASCII);
		byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
		out.write(new byte[] { 0x32, (byte) (2 + topic.length + 2 + payload.length) });
		out.writeShort(topic.length);
		out.write(topic);
		out.writeShort(id);
		out.write(payload);
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
