// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tests.support.time.Eventually;

/** Cloud-to-device messages over MQTT (contract §§3.7, 8.1). */
@Timeout(60)
class MqttCommandsTest {

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	private static void enqueue(String deviceId, String body, String... headers) {
		HUB.call("POST", "/localhub/devices/" + deviceId + "/messages/deviceBound", body, headers).expect(204);
	}

	private static int waiting(String deviceId) {
		return HUB.call("GET", "/devices/" + deviceId, null).json().get("cloudToDeviceMessageCount").getAsInt();
	}

	@Test
	void aMessageComesWithItsPropertiesTheSystemOnesFirst() throws Exception {
		HUB.create("d1");
		try (MqttDevice device = MqttDevice.connect(HUB, "d1")) {
			device.subscribeToCommands();
			enqueue("d1", "{\"on\":true}", "iothub-messageid", "m-1", "iothub-correlationid", "c-1", "iothub-userid", "u",
					"iothub-contenttype", "application/json", "iothub-contentencoding", "utf-8", "iothub-ack", "full",
					"iothub-app-site", "A&B+c");
			MqttDevice.Received message = device.next();
			assertEquals("devices/d1/messages/devicebound/%24.mid=m-1&%24.to=%2Fdevices%2Fd1%2Fmessages%2FdeviceBound"
					+ "&%24.cid=c-1&%24.uid=u&%24.ct=application%2Fjson&%24.ce=utf-8&iothub-ack=full&site=A%26B%2Bc",
					message.topic());
			assertEquals("{\"on\":true}", message.body());
			assertEquals(1, message.quality());
			assertFalse(message.again());
			Eventually.holds("completed", () -> waiting("d1") == 0);
		}
	}

	@Test
	void whatWaitsComesWithTheSubscriptionInOrder() throws Exception {
		HUB.create("d2");
		List<String> sent = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			sent.add("m" + i);
			enqueue("d2", "m" + i);
		}
		try (MqttDevice device = MqttDevice.connect(HUB, "d2")) {
			device.nothingCame();
			device.subscribeToCommands();
			List<String> came = new ArrayList<>();
			for (int i = 0; i < 30; i++) {
				came.add(device.next().body());
			}
			assertEquals(sent, came);
			Eventually.holds("completed", () -> waiting("d2") == 0);
		}
	}

	@Test
	void whatIsNotAcknowledgedComesAgainOnTheNextConnection() throws Exception {
		HUB.create("d3");
		try (MqttDevice device = MqttDevice.connect(HUB, "d3")) {
			device.holdBackAcknowledgements();
			device.subscribeToCommands();
			enqueue("d3", "x");
			assertFalse(device.next().again());
		}
		assertEquals(1, waiting("d3"));
		// the session was kept, and with it the subscription
		try (MqttDevice device = MqttDevice.connect(HUB, "d3")) {
			MqttDevice.Received again = device.next();
			assertEquals("x", again.body());
			assertTrue(again.again());
			Eventually.holds("completed", () -> waiting("d3") == 0);
		}
	}

	@Test
	void aCleanSessionForgetsTheSubscriptionAndNotTheQueue() throws Exception {
		HUB.create("d4");
		try (MqttDevice device = MqttDevice.connect(HUB, "d4")) {
			device.subscribeToCommands();
		}
		enqueue("d4", "x");
		try (MqttDevice device = MqttDevice.connect(HUB, "d4", HUB.deviceToken("d4"), options -> options.setCleanSession(true))) {
			device.sendEvent("", "a message to the hub takes longer than one from it");
			device.nothingCame();
			device.subscribeToCommands();
			assertEquals("x", device.next().body());
		}
	}

	@Test
	void qualityZeroCompletesAtOnce() throws Exception {
		HUB.create("d5");
		try (MqttDevice device = MqttDevice.connect(HUB, "d5")) {
			device.holdBackAcknowledgements();
			device.subscribe("devices/+/messages/devicebound/#", 0);
			enqueue("d5", "x");
			assertEquals(0, device.next().quality());
			Eventually.holds("completed", () -> waiting("d5") == 0);
		}
	}

	@Test
	void noMoreComesThanTheClientAcknowledges() throws Exception {
		HUB.create("d6");
		for (int i = 0; i < 20; i++) {
			enqueue("d6", "m" + i);
		}
		try (MqttDevice device = MqttDevice.connect(HUB, "d6")) {
			device.holdBackAcknowledgements();
			device.subscribeToCommands();
			for (int i = 0; i < 10; i++) {
				assertEquals("m" + i, device.next().body());
			}
			device.sendEvent("", "a message to the hub takes longer than one from it");
			device.nothingCame();
		}
		assertEquals(20, waiting("d6"));
	}

	@Test
	void anUnsubscribedClientGetsNothing() throws Exception {
		HUB.create("d7");
		try (MqttDevice device = MqttDevice.connect(HUB, "d7")) {
			device.subscribeToCommands();
			device.unsubscribe("devices/d7/messages/devicebound/#");
			enqueue("d7", "x");
			device.sendEvent("", "a message to the hub takes longer than one from it");
			device.nothingCame();
			assertEquals(1, waiting("d7"));
		}
	}
}
