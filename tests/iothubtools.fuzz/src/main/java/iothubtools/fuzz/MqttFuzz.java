// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes on the MQTT port, before or after a device has connected: at worst that connection ends. */
public final class MqttFuzz {

	private static final HubUnderTest HUB = HubUnderTest.start();
	private static final byte[] CONNECT = connect("sensor-0001");

	private MqttFuzz() {
	}

	/** Called by Jazzer and for each file of the corpus: an odd first byte puts a good CONNECT before the rest. */
	public static void fuzzerTestOneInput(byte[] input) {
		if (input.length == 0) {
			return;
		}
		try (RawConnection mqtt = HUB.connectMqtt()) {
			if ((input[0] & 1) == 1) {
				mqtt.write(CONNECT);
			}
			mqtt.write(Arrays.copyOfRange(input, 1, input.length));
			mqtt.drain();
		} catch (SocketTimeoutException e) {
			throw new IllegalStateException("The hub neither answers nor hangs up", e);
		} catch (IOException e) {
			// it hung up in the middle, as it may
			HUB.checkAlive();
			return;
		}
		HUB.checkAlive();
	}

	/** MQTT 3.1.1's CONNECT with a client id, a user name and a password. */
	private static byte[] connect(String deviceId) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		text(body, "MQTT");
		body.writeBytes(new byte[] { 4, (byte) 0xC0, 0, 60 });
		text(body, deviceId);
		text(body, "127.0.0.1/" + deviceId + "/?api-version=2021-04-12");
		text(body, HUB.token());
		ByteArrayOutputStream packet = new ByteArrayOutputStream();
		packet.write(0x10);
		for (int length = body.size(); length > 0; length >>= 7) {
			packet.write(length & 0x7F | (length > 0x7F ? 0x80 : 0));
		}
		packet.writeBytes(body.toByteArray());
		return packet.toByteArray();
	}

	private static void text(ByteArrayOutputStream out, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.write(bytes.length >> 8);
		out.write(bytes.length);
		out.writeBytes(bytes);
	}
}
