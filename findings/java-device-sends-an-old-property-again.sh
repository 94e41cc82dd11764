#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# iot-device-client 2.5.0 (Maven Central, Microsoft's device SDK for Java) over MQTT: an acknowledgement that comes too soon is ignored, and the
# twin goes back to an older value.
#
# Guess:  a reported property that the hub has acknowledged and answered is done. If the connection is lost later, what was not acknowledged is sent
#         again, and nothing else; the PUBACK of a packet cannot come too soon for the client that sent it.
# Seen:   the sending thread notes the packet's id after it was sent, and for twins and methods under another lock than the one that PUBACK takes: a
#         quick PUBACK is "not sent by this client, will be ignored", a line of WARN. The callback as a rule says OK all the same, as the hub's answer
#         comes as a message of its own, but the update stays in the list. After firmware 1.0.0 so, then 2.0.0 as usual, the next lost
#         connection sends 1.0.0 again, and the twin says 1.0.0 from then on. Here Paho's log at FINE has a slow handler, so that it is so each time;
#         on a busy machine with a hub near by it does now and then. (The other way round, where the answer comes together with PUBACK, the
#         callback at times is never called.)
# Way out: report all properties again when the callback for the state of the connection says CONNECTED; no Paho log at FINE on a device.
#
# The hub is a few lines on 127.0.0.2, port 8883, which the SDK has no choice of. Needs a JDK of 17 or newer and any Maven; fails when the behaviour
# changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.microsoft.azure.sdk.iot</groupId><artifactId>iot-device-client</artifactId><version>2.5.0</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
keytool -genkeypair -alias hub -keyalg EC -dname CN=127.0.0.2 -ext san=ip:127.0.0.2 -validity 2 -keystore hub.p12 -storepass changeit 2>/dev/null
keytool -exportcert -alias hub -keystore hub.p12 -storepass changeit -file hub.crt 2>/dev/null
keytool -importcert -noprompt -alias trusted -file hub.crt -keystore hub.p12 -storepass changeit 2>/dev/null
cat >Run.java <<'JAVA'
import com.microsoft.azure.sdk.iot.device.ClientOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.twin.TwinCollection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

public class Run {
	/** What the hub got as reported properties, in order; the twin is the last. */
	private static final List<String> REPORTED = new CopyOnWriteArrayList<>();
	/** Updates that the hub acknowledged, and slow lines of a log that are written. */
	private static final AtomicInteger ACKNOWLEDGED = new AtomicInteger();
	private static final AtomicInteger WRITTEN = new AtomicInteger();
	private static volatile boolean slow;
	private static volatile Socket connection;

	public static void main(String[] arguments) {
		try {
			run();
			System.exit(0);
		} catch (Exception | AssertionError e) {
			e.printStackTrace();
			System.exit(1);
		}
	}

	private static void run() throws Exception {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(Path.of("hub.p12"))) {
			keys.load(in, "changeit".toCharArray());
		}
		KeyManagerFactory key = KeyManagerFactory.getInstance("PKIX");
		key.init(keys, "changeit".toCharArray());
		TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
		trust.init(keys);
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(key.getKeyManagers(), trust.getTrustManagers(), null);
		ServerSocket server = tls.getServerSocketFactory().createServerSocket(8883, 5, InetAddress.getByName("127.0.0.2"));
		start(() -> {
			while (true) {
				Socket socket = server.accept();
				connection = socket;
				start(() -> serve(socket));
			}
		});
		Logger paho = Logger.getLogger("org.eclipse.paho.client.mqttv3");
		paho.setUseParentHandlers(false);
		paho.setLevel(Level.FINE);
		paho.addHandler(new SlowHandler());

		DeviceClient device = new DeviceClient("HostName=127.0.0.2;DeviceId=pump;SharedAccessKey=" + Base64.getEncoder().encodeToString(new byte[32]),
				IotHubClientProtocol.MQTT, ClientOptions.builder().sslContext(tls).build());
		device.open(false);
		AtomicInteger subscribed = new AtomicInteger();
		device.subscribeToDesiredPropertiesAsync((twin, context) -> { }, null, (error, context) -> subscribed.incrementAndGet(), null);
		await("the subscription", () -> subscribed.get() == 1);
		slow = true;
		report(device, "1.0.0");
		await("the first update", () -> WRITTEN.get() >= 2);
		pause();
		slow = false;
		report(device, "2.0.0");
		await("the second update", () -> ACKNOWLEDGED.get() == 2);
		pause();
		expect("reported", REPORTED.toString(), "[1.0.0, 2.0.0]");
		connection.close();
		await("what is sent again", () -> ACKNOWLEDGED.get() > 2);
		pause();
		expect("reported, after the connection was lost", REPORTED.toString(), "[1.0.0, 2.0.0, 1.0.0]");
	}

	private static void report(DeviceClient device, String firmware) {
		TwinCollection properties = new TwinCollection();
		properties.put("firmware", firmware);
		device.updateReportedPropertiesAsync(properties, (status, response, error, context) -> {
			System.out.println(firmware + ": " + status);
		}, null);
	}

	/** Takes its time over what Paho logs of a publish, as a handler that writes to a slow disk does. */
	private static final class SlowHandler extends Handler {
		@Override
		public void publish(LogRecord line) {
			if (slow && "publish".equals(line.getSourceMethodName())) {
				pause();
				WRITTEN.incrementAndGet();
			}
		}

		@Override
		public void flush() {
			// nothing is kept
		}

		@Override
		public void close() {
			// nothing is open
		}
	}

	private interface Task {
		void run() throws IOException;
	}

	private static void start(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			} catch (IOException e) {
				// the connection is over
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	/** MQTT 3.1.1 as far as this device needs it: everything is accepted, and updates of the twin are answered. */
	private static void serve(Socket socket) throws IOException {
		DataInputStream in = new DataInputStream(socket.getInputStream());
		OutputStream out = socket.getOutputStream();
		for (int type = in.readUnsignedByte() >> 4; type != 14; type = in.readUnsignedByte() >> 4) {
			byte[] packet = in.readNBytes(length(in));
			if (type == 1) {
				out.write(new byte[] {0x20, 2, 0, 0});
			} else if (type == 8) {
				out.write(new byte[] {(byte) 0x90, 3, packet[0], packet[1], 1});
			} else if (type == 12) {
				out.write(new byte[] {(byte) 0xd0, 0});
			} else if (type == 3) {
				DataInputStream publish = new DataInputStream(new ByteArrayInputStream(packet));
				String topic = publish.readUTF();
				int id = publish.readUnsignedShort();
				acknowledge(out, id);
				if (topic.startsWith("$iothub/twin/PATCH/")) {
					String body = new String(publish.readAllBytes(), StandardCharsets.UTF_8);
					REPORTED.add(body.replaceAll("[^0-9.]", ""));
					out.write(answer(topic.substring(topic.indexOf("$rid="))));
					out.flush();
					ACKNOWLEDGED.incrementAndGet();
				}
			}
			out.flush();
		}
	}

	/** At once, or late enough for any client. */
	private static void acknowledge(OutputStream out, int id) throws IOException {
		if (!slow) {
			pause();
		}
		out.write(new byte[] {0x40, 2, (byte) (id >> 8), (byte) id});
	}

	private static void pause() {
		try {
			Thread.sleep(300);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static byte[] answer(String request) throws IOException {
		byte[] topic = ("$iothub/twin/res/204/?" + request + "&$version=2").getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream packet = new ByteArrayOutputStream();
		packet.write(new byte[] {0x30, (byte) (topic.length + 2), 0, (byte) topic.length});
		packet.write(topic);
		return packet.toByteArray();
	}

	private static int length(DataInputStream in) throws IOException {
		int length = 0;
		int shift = 0;
		int next;
		do {
			next = in.readUnsignedByte();
			length |= (next & 127) << shift;
			shift += 7;
		} while (next > 127);
		return length;
	}

	private static void await(String what, BooleanSupplier condition) throws InterruptedException {
		for (long end = System.nanoTime() + 60_000_000_000L; !condition.getAsBoolean(); Thread.sleep(20)) {
			if (System.nanoTime() > end) {
				throw new AssertionError("this has changed: " + what + " did not come");
			}
		}
	}

	private static void expect(String what, String seen, String expected) {
		System.out.println(what + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
