// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.clipboard;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import iothubtools.core.connections.CaCertificates;
import iothubtools.localhub.LocalHub;

/** The first packet of MQTT, over TLS: modules have no REST API of their own, so that this is how one sees whether a hub lets them in. */
final class MqttSignIn {

	private static final int CONNECT = 0x10;
	private static final int CONNACK = 0x20;
	/** User name, password and a clean session. */
	private static final int FLAGS = 0xC2;

	private MqttSignIn() {
	}

	/** The return code of the hub, 0 for yes. */
	static int as(String clientId, String token, LocalHub hub) throws Exception {
		try (Socket socket = context(hub).getSocketFactory().createSocket("127.0.0.1", hub.mqttPort())) {
			send(new DataOutputStream(socket.getOutputStream()), packet(clientId, token));
			DataInputStream in = new DataInputStream(socket.getInputStream());
			if (in.readUnsignedByte() != CONNACK) {
				throw new IOException("no CONNACK");
			}
			in.skipBytes(2);
			return in.readUnsignedByte();
		}
	}

	private static SSLContext context(LocalHub hub) throws Exception {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("ca", CaCertificates.load(hub.caCertificate().toString()).get(0));
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, managers.getTrustManagers(), null);
		return context;
	}

	private static byte[] packet(String clientId, String token) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		text(out, "MQTT");
		out.writeByte(4);
		out.writeByte(FLAGS);
		out.writeShort(60);
		text(out, clientId);
		text(out, "127.0.0.1/" + clientId + "/?api-version=2020-09-30");
		text(out, token);
		return bytes.toByteArray();
	}

	private static void text(DataOutputStream out, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeShort(bytes.length);
		out.write(bytes);
	}

	private static void send(DataOutputStream out, byte[] packet) throws IOException {
		out.writeByte(CONNECT);
		int length = packet.length;
		do {
			int part = length % 128;
			length /= 128;
			out.writeByte(length > 0 ? part | 0x80 : part);
		} while (length > 0);
		out.write(packet);
		out.flush();
	}
}
