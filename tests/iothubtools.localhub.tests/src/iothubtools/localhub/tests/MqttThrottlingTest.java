// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.localhub.settings.Throttling;
import iothubtools.localhub.settings.Throttling.Mode;
import iothubtools.localhub.settings.Tier;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** The rates of a tier as clients of MQTT meet them (contract §6): on a clock that stands still there are no more than those of a second. */
@Timeout(120)
class MqttThrottlingTest {

	private static final int TWIN_READS = 100;
	private static final int TWIN_UPDATES = 50;
	private static final int CONNECTIONS = 100;
	private static final int SERVER_UNAVAILABLE = 3;

	private final SettableClock clock = new SettableClock();
	@RegisterExtension
	final TestHub hub = TestHub.with(settings -> settings.withClock(clock));

	private void start(Mode mode) throws Exception {
		hub.restart(settings -> settings.withConditions(settings.conditions().withThrottling(Throttling.of(mode, Tier.S1))));
		hub.create("d");
	}

	@Test
	void moreTwinOperationsAreRefused() throws Exception {
		start(Mode.REJECT);
		try (MqttDevice device = MqttDevice.connect(hub, "d")) {
			device.subscribe("$iothub/twin/res/#", 0);
			for (int i = 0; i < TWIN_READS; i++) {
				device.send("$iothub/twin/GET/?$rid=" + i, "");
				assertEquals("$iothub/twin/res/200/?$rid=" + i, device.next().topic());
			}
			device.send("$iothub/twin/GET/?$rid=x", "");
			assertEquals("$iothub/twin/res/429/?$rid=x", device.next().topic());
			for (int i = 0; i < TWIN_UPDATES; i++) {
				device.send("$iothub/twin/PATCH/properties/reported/?$rid=" + i, "{\"i\":" + i + "}");
				assertTrue(device.next().topic().startsWith("$iothub/twin/res/204/?$rid=" + i));
			}
			device.send("$iothub/twin/PATCH/properties/reported/?$rid=y", "{\"i\":-1}");
			assertEquals("$iothub/twin/res/429/?$rid=y", device.next().topic());
			clock.advance(Duration.ofSeconds(1));
			device.send("$iothub/twin/GET/?$rid=z", "");
			MqttDevice.Received twin = device.next();
			assertEquals("$iothub/twin/res/200/?$rid=z", twin.topic());
			assertTrue(twin.body().contains("\"reported\":{\"i\":49,"), twin.body());
		}
	}

	@Test
	void moreConnectionsAreRefused() throws Exception {
		start(Mode.REJECT);
		for (int i = 0; i < CONNECTIONS; i++) {
			RawMqtt.connect(hub, "d", 60).close();
		}
		MqttException refused = assertThrows(MqttException.class, () -> MqttDevice.connect(hub, "d").close());
		assertEquals(SERVER_UNAVAILABLE, refused.getReasonCode());
	}

	@Test
	void aConnectionMayHaveToWait() throws Exception {
		start(Mode.SHAPE);
		for (int i = 0; i < CONNECTIONS; i++) {
			RawMqtt.connect(hub, "d", 60).close();
		}
		try (RawMqtt waiting = RawMqtt.open(hub)) {
			waiting.send(RawMqtt.connectPacket("d", hub.token("device"), 60));
			waiting.send(RawMqtt.publishPacket("devices/d/messages/events/", "sent before the answer"));
			CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> waiting.readUnchecked(4));
			assertEquals(0, hub.hub().receivedMessages("d").size());
			assertFalse(answer.isDone());
			clock.advance(Duration.ofSeconds(1));
			assertEquals(0, answer.get(20, TimeUnit.SECONDS)[3]);
			Eventually.holds("what came meanwhile", () -> hub.hub().receivedMessages("d").size() == 1);
		}
	}
}
