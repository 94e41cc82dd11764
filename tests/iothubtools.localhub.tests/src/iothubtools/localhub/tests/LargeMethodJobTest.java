// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.gson.JsonObject;

import iothubtools.tests.support.time.Eventually;

/**
 * A method job for more devices than one page of the store has (contract §3.9). One that read them by a cursor of the store, which its own
 * writes made invalid, stopped after about a thousand without a word.
 */
class LargeMethodJobTest {

	private static final int DEVICES = 2500;

	@RegisterExtension
	final TestHub hub = TestHub.with(settings -> settings.withSampleDevices(DEVICES));

	@Test
	void everyDeviceHasItsTurn() throws Exception {
		hub.create("awake");
		try (MqttDevice device = MqttDevice.connect(hub, "awake")) {
			device.subscribe("$iothub/methods/POST/#", 0);
			hub.call("PUT", "/jobs/v2/reboot", "{\"jobId\":\"reboot\",\"type\":\"scheduleDeviceMethod\",\"cloudToDeviceMethod\":"
					+ "{\"methodName\":\"reboot\",\"payload\":1,\"responseTimeoutInSeconds\":60}}").expect(200);
			String topic = device.next().topic();
			device.send("$iothub/methods/res/200/?" + topic.substring(topic.indexOf("$rid=")), "{}", 0, false);
			Eventually.holds("the job is over",
					() -> "completed".equals(job().get("status").getAsString()));
			assertEquals("{\"deviceCount\":" + (DEVICES + 1) + ",\"failedCount\":" + DEVICES
					+ ",\"succeededCount\":1,\"runningCount\":0,\"pendingCount\":0}", job().get("deviceJobStatistics").toString());
		}
	}

	private JsonObject job() {
		return hub.call("GET", "/jobs/v2/reboot", null).expect(200).json();
	}
}
