// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.localhub.ReceivedMessage;

/** Device-to-cloud messages over MQTT (contract §§7.1, 8.1). */
@Timeout(60)
class MqttTest {

	@TempDir
	static Path data;
	private static TestHub hub;

	@BeforeAll
	static void start() throws Exception {
		hub = TestHub.start(data);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static ReceivedMessage last(String deviceId) {
		List<ReceivedMessage> messages = hub.hub.receivedMessages(deviceId);
		return messages.get(messages.size() - 1);
	}

	@Test
	void aMessageIsKeptBeforeItIsAcknowledged() throws Exception {
		String generation = hub.create("sender").json().get("generationId").getAsString();
		try (MqttDevice device = MqttDevice.connect(hub, "sender")) {
			device.sendEvent("%24.mid=m-1&%24.cid=c%2F1&%24.uid=u&$.ct=application%2Fjson&%24.ce=utf-8"
					+ "&%24.to=%2Fdevices%2Fsender%2Fmessages%2Fevents&%24.ctime=2026-01-02T03%3A04%3A05Z&%24.sub=comp"
					+ "&a%20b=c%26d%3D%C3%A9%2B&empty=", "{\"t\":20.5}");
			ReceivedMessage message = last("sender");
			assertEquals("{\"t\":20.5}", new String(message.body()));
			assertEquals(Map.of("message-id", "m-1", "correlation-id", "c/1", "user-id", "u", "content-type",
					"application/json", "content-encoding", "utf-8", "to", "/devices/sender/messages/events"), message.properties());
			assertEquals(Map.of("a b", "c&d=\u00e9+", "empty", "", "iothub-creation-time-utc",
					"2026-01-02T03:04:05Z"), message.applicationProperties());
			assertEquals("comp", message.annotations().get("dt-subject"));
			assertEquals("sender", message.annotations().get("iothub-connection-device-id"));
			assertEquals(generation, message.annotations().get("iothub-connection-auth-generation-id"));
			assertTrue(message.annotations().get("iothub-connection-auth-method").contains("\"scope\":\"device\""));
		}
	}
}
