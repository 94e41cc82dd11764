#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# vertx-mqtt 5.0.0 (Maven Central, Vert.x' MQTT client): publish with QoS 1 has succeeded before the broker has the message.
#
# Guess:  the Future of publish(topic, payload, AT_LEAST_ONCE, ...) succeeds with PUBACK, and fails when the connection ends without one: QoS 1 is
#         what one asks for to know that.
# Seen:   it succeeds, with the packet's id, as soon as the packet is written. The broker here takes the packet and closes without PUBACK: the
#         Future stays a success, the handler of completed publishes is not called, nor that of expired ones, which needs an ackTimeout that by
#         default there is none of; the close handler alone is, and does not name the message.
# Way out: publishCompletionHandler(id -> ...) for what has arrived, and whatever has no id there when closeHandler runs is sent again.
#
# The broker is a few lines on loopback. Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>io.vertx</groupId><artifactId>vertx-mqtt</artifactId><version>5.0.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

public class Run {
	public static void main(String[] arguments) throws Exception {
		CompletableFuture<Void> closed = new CompletableFuture<>();
		BlockingQueue<Integer> told = new LinkedBlockingQueue<>();
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Thread broker = new Thread(() -> serve(server));
			broker.setDaemon(true);
			broker.start();
			MqttClient client = MqttClient.create(Vertx.vertx());
			client.publishCompletionHandler(told::add);
			client.publishCompletionExpirationHandler(told::add);
			client.closeHandler(closed::complete);
			CompletableFuture<Integer> lost = publish(client, server, "21.5");
			closed.get(20, TimeUnit.SECONDS);
			// on another connection, with PUBACK: what was to be told of the one before would have been told by then
			CompletableFuture<Integer> arrived = publish(client, server, "21.6");
			Integer first = told.poll(20, TimeUnit.SECONDS);
			arrived.get(20, TimeUnit.SECONDS);
			System.out.println("without PUBACK: publish " + (lost.isCompletedExceptionally() ? "failed" : "succeeded with " + lost.getNow(null))
					+ ", with PUBACK: succeeded with " + arrived.getNow(null) + ", the handlers were told of " + first + " alone: " + told.isEmpty());
			if (!Integer.valueOf(1).equals(lost.getNow(null)) || first == null || !first.equals(arrived.getNow(null)) || first.equals(lost.getNow(null))
					|| !told.isEmpty()) {
				throw new AssertionError("this has changed");
			}
		}
		System.exit(0);
	}

	private static CompletableFuture<Integer> publish(MqttClient client, ServerSocket server, String value) throws Exception {
		client.connect(server.getLocalPort(), "127.0.0.1").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
		return client.publish("t", Buffer.buffer(value), MqttQoS.AT_LEAST_ONCE, false, false).toCompletionStage().toCompletableFuture();
	}

	/** Answers CONNECT and takes a PUBLISH, twice: first it closes then, then it acknowledges. */
	private static void serve(ServerSocket server) {
		for (boolean acknowledges : new boolean[] { false, true }) {
			try (Socket socket = server.accept()) {
				DataInputStream in = new DataInputStream(socket.getInputStream());
				read(in);
				socket.getOutputStream().write(new byte[] { 0x20, 2, 0, 0 });
				byte[] publish = read(in);
				if (acknowledges) {
					// behind the topic, which has one letter
					socket.getOutputStream().write(new byte[] { 0x40, 2, publish[3], publish[4] });
					in.read();
				}
			} catch (IOException e) {
				throw new IllegalStateException(e);
			}
		}
	}

	private static byte[] read(DataInputStream in) throws IOException {
		in.readByte();
		byte[] rest = new byte[in.readByte()];
		in.readFully(rest);
		return rest;
	}
}
JAVA
java -cp "$(cat classpath)" Run.java 2>/dev/null
echo "as described"
