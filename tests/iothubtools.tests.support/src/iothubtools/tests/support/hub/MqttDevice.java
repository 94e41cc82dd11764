// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.hub;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.function.BiFunction;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import iothubtools.localhub.LocalHub;

/**
 * A device or module over MQTT 3.1.1 (contract §8.1), as little of it as tests of other bundles need. It is connected until it is closed.
 */
public final class MqttDevice implements AutoCloseable {

	private static final int CONNECT = 0x10;
	private static final int CONNACK = 2;
	private static final int PUBLISH_0 = 0x30;
	private static final int PUBLISH = 3;
	private static final int SUBSCRIBE = 0x82;
	private static final int SUBACK = 9;

	private final SSLSocket socket;
	private final DataInputStream in;

	/** Connects a device of a hub, by its symmetric key. */
	public MqttDevice(LocalHub hub, SSLContext tls, String deviceId) throws IOException, GeneralSecurityException {
		this(hub, tls, TestToken.parts(String.valueOf(hub.deviceConnectionString(deviceId))));
	}

	private MqttDevice(LocalHub hub, SSLContext tls, Map<String, String> parts) throws IOException, GeneralSecurityException {
		String deviceId = parts.getOrDefault("DeviceId", "");
		String clientId = parts.containsKey("ModuleId") ? deviceId + "/" + parts.get("ModuleId") : deviceId;
		String host = parts.getOrDefault("HostName", "").replaceAll(":\\d+$", "");
		socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", hub.mqttPort());
		socket.setSoTimeout(60_000);
		in = new DataInputStream(socket.getInputStream());
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		text(body, "MQTT");
		body.writeBytes(new byte[] { 4, (byte) 0xc2, 0, 0 });
		text(body, clientId);
		text(body, host + "/" + clientId + "/?api-version=2021-04-12");
		text(body, TestToken.of(host + "/devices/" + deviceId + (clientId.equals(deviceId) ? "" : "/modules/" + parts.get("ModuleId")),
				parts.getOrDefault("SharedAccessKey", ""), ""));
		send(CONNECT, body);
		await(CONNACK);
	}

	/** Connects a device or module by its connection string, with its symmetric key. */
	public static MqttDevice connect(LocalHub hub, SSLContext tls, String connectionString) throws IOException, GeneralSecurityException {
		return new MqttDevice(hub, tls, TestToken.parts(connectionString));
	}

	/** Reports properties; they are in the twin when this returns. */
	public void report(String properties) throws IOException {
		subscribe("$iothub/twin/res/#");
		publish("$iothub/twin/PATCH/properties/reported/?$rid=1", properties);
		byte[] answer = await(PUBLISH);
		if (!new String(answer, StandardCharsets.UTF_8).contains("/res/204/")) {
			throw new IOException("The hub does not take what the device reports");
		}
	}

	/** Answers each direct method from now on with what the function makes of its name and payload: a status, a blank and a body. */
	public MqttDevice answer(BiFunction<String, String, String> method) throws IOException {
		listenToMethods();
		Thread thread = new Thread(() -> {
			try {
				while (true) {
					answerNext(method);
				}
			} catch (IOException e) {
				// it is closed
			}
		}, "MQTT device");
		thread.setDaemon(true);
		thread.start();
		return this;
	}

	private void answerNext(BiFunction<String, String, String> method) throws IOException {
		byte[] call = await(PUBLISH);
		int length = (call[0] & 0xff) << 8 | call[1] & 0xff;
		String topic = new String(call, 2, length, StandardCharsets.UTF_8);
		String payload = new String(call, 2 + length, call.length - 2 - length, StandardCharsets.UTF_8);
		String[] parts = topic.split("/");
		String[] reply = method.apply(parts[3], payload).split(" ", 2);
		publish("$iothub/methods/res/" + reply[0] + "/" + parts[4], reply[1]);
	}

	/** Hears of direct methods from now on, without an answer. */
	public MqttDevice listenToMethods() throws IOException {
		subscribe("$iothub/methods/POST/#");
		return this;
	}

	private void subscribe(String topic) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(new byte[] { 0, 1 });
		text(body, topic);
		body.write(0);
		send(SUBSCRIBE, body);
		await(SUBACK);
	}

	private void publish(String topic, String payload) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		text(body, topic);
		body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
		send(PUBLISH_0, body);
	}

	private static void text(ByteArrayOutputStream body, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		body.write(bytes.length >> 8);
		body.write(bytes.length);
		body.writeBytes(bytes);
	}

	private void send(int type, ByteArrayOutputStream body) throws IOException {
		ByteArrayOutputStream packet = new ByteArrayOutputStream();
		packet.write(type);
		int rest = body.size();
		do {
			packet.write(rest > 127 ? rest & 127 | 128 : rest);
			rest >>= 7;
		} while (rest > 0);
		body.writeTo(packet);
		packet.writeTo(socket.getOutputStream());
	}

	/** The next packet, which has to be of this type. */
	private byte[] await(int type) throws IOException {
		int found = in.readUnsignedByte() >> 4;
		int length = 0;
		int digit;
		int shift = 0;
		do {
			digit = in.readUnsignedByte();
			length |= (digit & 127) << shift;
			shift += 7;
		} while (digit > 127);
		byte[] body = in.readNBytes(length);
		if (found != type) {
			throw new IOException("MQTT packet " + found + " in the place of " + type);
		}
		return body;
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
