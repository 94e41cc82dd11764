// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topic filters as libraries that work with the service write them, and what comes with each (contract §8.1). */
@Timeout(60)
class MqttSubscriptionTest {

	private static final String READ = "$iothub/twin/GET/?$rid=";
	private static final String REPORT = "$iothub/twin/PATCH/properties/reported/?$rid=";
	private static final int REFUSED = 0x80;

	@RegisterExtension
	final TestHub hub = TestHub.withoutDevices();
	private MqttDevice device;

	@BeforeEach
	void connect() throws Exception {
		hub.create("d");
		device = MqttDevice.connect(hub, "d");
	}

	@AfterEach
	void close() throws Exception {
		device.close();
	}

	private void setDesired(int value) {
		hub.call("PATCH", "/twins/d", "{\"properties\":{\"desired\":{\"a\":" + value + "}}}").expect(200);
	}

	/** As .NET nanoFramework's client of IoT Hub. */
	@Test
	void oneFilterForTheTwinBringsAnswersAndChanges() throws Exception {
		assertEquals(1, device.subscribe("$iothub/twin/#", 1));
		device.send(READ + 1, "");
		assertEquals("$iothub/twin/res/200/?$rid=1", device.next().topic());
		setDesired(7);
		assertEquals("$iothub/twin/PATCH/properties/desired/?$version=2", device.next().topic());
	}

	/** As Adafruit's library for CircuitPython. */
	@Test
	void answersOfOneStatusComeWithoutTheOthers() throws Exception {
		device.subscribe("$iothub/twin/res/200/#", 0);
		device.send(REPORT + 1, "{\"a\":1}");
		device.send(READ + 2, "");
		assertEquals("$iothub/twin/res/200/?$rid=2", device.next().topic(), "not the 204 of the report");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$iothub/twin/PATCH/properties/desired/+", "$iothub/twin/PATCH/#", "$iothub/twin/PATCH/+/desired/#" })
	void changesOfDesiredPropertiesComeWithEachFilterThatTakesTheirTopic(String filter) throws Exception {
		device.subscribe(filter, 0);
		setDesired(3);
		assertEquals("{\"a\":3,\"$version\":2}", device.next().body());
	}

	/** As Adafruit's library, and as the first clients of IoT Central in Python. */
	@ParameterizedTest
	@ValueSource(strings = { "$iothub/methods/#", "$iothub/methods/POST/+/+", "$iothub/methods/POST/+/#" })
	void methodsComeWithEachFilterThatTakesTheirTopics(String filter) throws Exception {
		device.subscribe(filter, 0);
		CompletableFuture<Reply> call = CompletableFuture
				.supplyAsync(() -> hub.call("POST", "/twins/d/methods", "{\"methodName\":\"reboot\",\"payload\":5}"));
		MqttDevice.Received came = device.next();
		assertEquals("$iothub/methods/POST/reboot/?$rid=1", came.topic());
		device.send("$iothub/methods/res/200/?$rid=1", came.body());
		assertEquals("{\"status\":200,\"payload\":5}", call.get(30, TimeUnit.SECONDS).expect(200).body());
	}

	@ParameterizedTest
	@ValueSource(strings = { "devices/d/messages/deviceBound/#", "devices/+/messages/devicebound/+" })
	void messagesComeWithEachFilterThatTakesTheirTopics(String filter) throws Exception {
		device.subscribe(filter, 1);
		hub.call("POST", "/localhub/devices/d/messages/deviceBound", "to the device").expect(204);
		assertEquals("to the device", device.next().body());
	}

	@ParameterizedTest
	@ValueSource(strings = { "devices/d/modules/m/messages/devicebound/#", "devices/+/modules/+/messages/devicebound/#",
			"devices/d/modules/m/#", "devices/+/modules/+/#" })
	void aModuleIsSentItsOwnWhateverStandsForItsId(String filter) throws Exception {
		String module = hub.call("PUT", "/devices/d/modules/m", "{\"deviceId\":\"d\",\"moduleId\":\"m\",\"managedBy\":\"test\"}").expect(200)
				.json().getAsJsonObject("authentication").getAsJsonObject("symmetricKey").get("primaryKey").getAsString();
		String token = Tokens.of(module, null, Tokens.encoded(hub.hub().hostName() + "/devices/d/modules/m"),
				Instant.now().plusSeconds(600));
		try (MqttDevice client = MqttDevice.connect(hub, "d/m", token, options -> {
		})) {
			client.subscribe(filter, 1);
			hub.call("POST", "/localhub/devices/d/modules/m/messages/deviceBound", "to the module").expect(204);
			assertEquals("to the module", client.next().body());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "#", "+/d/messages/devicebound/#", "$iothub/#", "$iothub/+/res/#", "$iothub/twin/GET/#", "$iothub/methods/res/#",
			"$iothub/methods/POST/reboot/#", "$iothub/twin/PATCH/properties/desired", "$iothub/twin/res/failed/#", "$SYS/#",
			"$share/group/$iothub/twin/res/#", "devices/d/#", "devices/d/messages/events/#", "devices/other/messages/devicebound/#",
			"devices/d/messages/devicebound/", "devices/d/messages/devicebound/+/", "devices/d/modules/m/inputs/#", "devices/+/modules/+/#",
			"$IOTHUB/twin/res/#" })
	void aFilterThatTakesNothingOrTooMuchEndsTheConnection(String filter) throws Exception {
		assertThrows(MqttException.class, () -> device.subscribe(filter, 1));
		device.isDisconnected();
	}

	@Test
	void theSixthSubscriptionIsRefusedAndTheOthersStay() throws Exception {
		for (String filter : new String[] { "devices/d/messages/devicebound/#", "devices/+/messages/devicebound/#", "$iothub/twin/res/#",
				"$iothub/methods/POST/#", "$iothub/methods/#" }) {
			assertEquals(1, device.subscribe(filter, 1), filter);
		}
		assertEquals(REFUSED, device.subscribe("$iothub/twin/PATCH/properties/desired/#", 1));
		assertEquals(0, device.subscribe("$iothub/methods/#", 0), "one that is there already may have another quality");
		setDesired(1);
		device.send(READ + 1, "");
		assertEquals("$iothub/twin/res/200/?$rid=1", device.next().topic(), "nothing of what was refused");
		device.unsubscribe("$iothub/methods/#");
		assertEquals(1, device.subscribe("$iothub/twin/PATCH/properties/desired/#", 1));
		setDesired(2);
		assertTrue(device.next().topic().startsWith("$iothub/twin/PATCH/properties/desired/"));
	}

	@Test
	void aSubscriptionEndsWithItsOwnFilterOnly() throws Exception {
		device.subscribe("devices/+/messages/devicebound/#", 1);
		device.unsubscribe("devices/d/messages/devicebound/#");
		hub.call("POST", "/localhub/devices/d/messages/deviceBound", "it is still there").expect(204);
		assertEquals("it is still there", device.next().body());
	}
}
