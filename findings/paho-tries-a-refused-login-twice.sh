#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# org.eclipse.paho.client.mqttv3 1.2.5 (Maven Central): one connect with a wrong password is two logins, the second in MQTT 3.1.
#
# Guess:  by default the client speaks MQTT 3.1.1, and falls back to 3.1 where the server answers "unacceptable protocol version".
# Seen:   it falls back after whatever refusal: CONNACK 5 (not authorized) to the first CONNECT brings a second connection with the same
#         credentials and protocol level 3, and connect() fails with what that one was answered. A server that counts failed logins
#         counts two; where it speaks 3.1.1 only, as IoT Hub does, the application is told of the version, not of its password.
# Way out: MqttConnectOptions.setMqttVersion(MQTT_VERSION_3_1_1).
#
# The server is a few lines on loopback that answer 5 to 3.1.1 and 1 to anything else. Needs a JDK of 17 or newer and any Maven.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory=. \
  -Dartifact=org.eclipse.paho:org.eclipse.paho.client.mqttv3:1.2.5
cat >Run.java <<'JAVA'
import java.io.DataInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

public class Run {
	static final List<Integer> LEVELS = new CopyOnWriteArrayList<>();

	public static void main(String[] arguments) throws Exception {
		try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
			Thread thread = new Thread(() -> serve(server));
			thread.setDaemon(true);
			thread.start();
			String uri = "tcp://127.0.0.1:" + server.getLocalPort();
			is(List.of(4, 3), 1, uri, MqttConnectOptions.MQTT_VERSION_DEFAULT);
			LEVELS.clear();
			is(List.of(4), 5, uri, MqttConnectOptions.MQTT_VERSION_3_1_1);
		}
	}

	static void is(List<Integer> levels, int reason, String uri, int version) throws Exception {
		MqttConnectOptions options = new MqttConnectOptions();
		options.setMqttVersion(version);
		options.setUserName("user");
		options.setPassword("wrong".toCharArray());
		int told = 0;
		try (MqttClient client = new MqttClient(uri, "d", new MemoryPersistence())) {
			client.connect(options);
		} catch (MqttException e) {
			told = e.getReasonCode();
		}
		System.out.println("version " + version + ": protocol levels " + LEVELS + ", told " + told);
		if (!LEVELS.equals(levels) || told != reason) {
			throw new AssertionError("this has changed");
		}
	}

	static void serve(ServerSocket server) {
		while (true) {
			try (Socket socket = server.accept()) {
				DataInputStream in = new DataInputStream(socket.getInputStream());
				in.readUnsignedByte();
				int length = in.readUnsignedByte();
				byte[] packet = in.readNBytes(length);
				int level = packet[2 + packet[1]];
				LEVELS.add(level);
				socket.getOutputStream().write(new byte[] { 0x20, 2, 0, (byte) (level == 4 ? 5 : 1) });
				in.read();
			} catch (Exception e) {
				if (server.isClosed()) {
					return;
				}
			}
		}
	}
}
JAVA
java -cp org.eclipse.paho.client.mqttv3-1.2.5.jar Run.java
echo "as described"
