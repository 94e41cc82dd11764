// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLSocket;

/** The bytes of MQTT over TLS, for what no client library would send. */
final class RawMqtt implements AutoCloseable {

	private static final int LIMIT_MILLIS = 20_000;

	private final SSLSocket socket;
	private boolean sessionPresent;

	private RawMqtt(SSLSocket socket) {
		this.socket = socket;
	}

	/** A connection on which nothing was sent. */
	static RawMqtt open(TestHub hub) throws Exception {
		SSLSocket socket = (SSLSocket) hub.tls().getSocketFactory()
				.createSocket("127.0.0.1", hub.hub().mqttPort());
		socket.setSoTimeout(LIMIT_MILLIS);
		socket.startHandshake();
		return new RawMqtt(socket);
	}

	/** A device that connected, without the clean flag. */
	static RawMqtt connect(TestHub hub, String deviceId, int keepAliveSeconds) throws Exception {
		RawMqtt raw = open(hub);
		raw.send(connectPacket(deviceId, hub.token("device"), keepAliveSeconds));
		byte[] answer = raw.socket.getInputStream().readNBytes(4);
		assertEquals(0x20, answer[0]);
		assertEquals(0, answer[3]);
		raw.sessionPresent = answer[2] == 1;
		return raw;
	}

	boolean sessionPresent() {
		return sessionPresent;
	}

	void send(byte[] bytes) throws IOException {
		socket.getOutputStream().write(bytes);
		socket.getOutputStream().flush();
	}

	byte[] read(int count) throws IOException {
		return socket.getInputStream().readNBytes(count);
	}

	byte[] readUnchecked(int count) {
		try {
			return read(count);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Sends nothing more. */
	void endsInput() {
		try {
			socket.shutdownOutput();
		} catch (IOException e) {
			// the hub was faster
		}
	}

	/** Reads until the hub closes the connection, and fails when it does not. */
	void isClosed() throws IOException {
		try {
			InputStream in = socket.getInputStream();
			while (in.read() >= 0) {
				// what it says before is not of interest here
				continue;
			}
		} catch (SocketTimeoutException e) {
			throw new AssertionError("the hub leaves the connection open", e);
		} catch (IOException e) {
			// it was reset, which is an end too
		}
	}

	static byte[] connectPacket(String deviceId, String password, int keepAliveSeconds) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream body = new DataOutputStream(bytes);
		body.writeUTF("MQTT");
		body.writeByte(4);
		body.writeByte(0b1100_0000);
		body.writeShort(keepAliveSeconds);
		body.writeUTF(deviceId);
		body.writeUTF("127.0.0.1/" + deviceId + "/?api-version=2021-04-12");
		body.writeUTF(password);
		return packet(0x10, bytes.toByteArray());
	}

	static byte[] publishPacket(String topic, String payload) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new DataOutputStream(bytes).writeUTF(topic);
		bytes.write(payload.getBytes(StandardCharsets.UTF_8));
		return packet(0x30, bytes.toByteArray());
	}

	static byte[] subscribePacket(String filter) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream body = new DataOutputStream(bytes);
		body.writeShort(1);
		body.writeUTF(filter);
		body.writeByte(0);
		return packet(0x82, bytes.toByteArray());
	}

	/** A packet with its length before it. */
	static byte[] packet(int first, byte[] rest) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(first);
		int length = rest.length;
		do {
			bytes.write(length % 128 | (length >= 128 ? 0x80 : 0));
			length /= 128;
		} while (length > 0);
		bytes.writeBytes(rest);
		return bytes.toByteArray();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
