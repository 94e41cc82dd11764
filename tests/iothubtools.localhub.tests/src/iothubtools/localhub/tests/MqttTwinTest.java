// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The twin as its device sees it (contract §8.1). */
@Timeout(60)
class MqttTwinTest {

	private static final String REPORTED = "$iothub/twin/PATCH/properties/reported/?$rid=";

	@RegisterExtension
	final TestHub hub = TestHub.withoutDevices();
	private MqttDevice device;

	@BeforeEach
	void prepare() throws Exception {
		hub.create("d");
		device = MqttDevice.connect(hub, "d");
		device.subscribe("$iothub/twin/res/#", 0);
	}

	@AfterEach
	void stop() throws Exception {
		device.close();
	}

	private MqttDevice.Received ask(String topic, String body) throws Exception {
		device.send(topic, body);
		return device.next();
	}

	private String reported() {
		return hub.call("GET", "/twins/d", null).json().getAsJsonObject("properties").getAsJsonObject("reported").toString();
	}

	@Test
	void theDeviceReadsDesiredAndReported() throws Exception {
		hub.call("PATCH", "/twins/d", "{\"tags\":{\"site\":\"A\"},\"properties\":{\"desired\":{\"interval\":1.0,\"a\":{\"b\":[1,null]}}}}")
				.expectError(400, "ArgumentInvalid");
		hub.call("PATCH", "/twins/d", "{\"tags\":{\"site\":\"A\"},\"properties\":{\"desired\":{\"interval\":1.0}}}").expect(200);
		MqttDevice.Received answer = ask("$iothub/twin/GET/?$rid=5f-%41", "");
		assertEquals("$iothub/twin/res/200/?$rid=5f-%41", answer.topic());
		assertEquals("{\"desired\":{\"interval\":1.0,\"$version\":2},\"reported\":{\"$version\":1}}", answer.body());
	}

	@Test
	void theVersionOfReportedPropertiesIsNoneOfThem() throws Exception {
		for (String reported : List.of("{\"$version\":3,\"a\":2}", "{\"a\":[{\"b\":null}]}")) {
			MqttDevice.Received answer = ask(REPORTED + "9", reported);
			assertEquals("$iothub/twin/res/400/?$rid=9", answer.topic());
			assertTrue(answer.body().startsWith("{\"errorCode\":400004,"), answer.body());
		}
		assertTrue(reported().startsWith("{\"$metadata\""), reported());
	}

	@Test
	void reportedPropertiesAreMerged() throws Exception {
		MqttDevice.Received answer = ask(REPORTED + "1", "{\"a\":1,\"b\":{\"c\":\"x\",\"d\":2.50}}");
		assertEquals("$iothub/twin/res/204/?$rid=1&$version=2", answer.topic());
		assertEquals("", answer.body());
		assertEquals("$iothub/twin/res/204/?$rid=2&$version=3", ask(REPORTED + "2&$version=2", "{\"a\":null,\"b\":{\"e\":true}}").topic());
		assertTrue(reported().startsWith("{\"b\":{\"c\":\"x\",\"d\":2.50,\"e\":true},"), reported());
	}

	@Test
	void anOldVersionIsRefused() throws Exception {
		ask(REPORTED + "1", "{\"a\":1}");
		MqttDevice.Received answer = ask(REPORTED + "2&$version=1", "{\"a\":2}");
		assertEquals("$iothub/twin/res/412/?$rid=2", answer.topic());
		assertTrue(answer.body().startsWith("{\"errorCode\":412001,"), answer.body());
		assertTrue(reported().startsWith("{\"a\":1,"), reported());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{\"a\":1}x", "{\"a.b\":1}", "{\"a\":[null]}", "{\"a\":99999999999999999}" })
	void whatBreaksARuleIsRefused(String body) throws Exception {
		MqttDevice.Received answer = ask(REPORTED + "1", body);
		assertEquals("$iothub/twin/res/400/?$rid=1", answer.topic());
		assertTrue(answer.body().startsWith("{\"errorCode\":400"), answer.body());
	}

	@Test
	void theDeviceHearsOfDesiredProperties() throws Exception {
		device.subscribe("$iothub/twin/PATCH/properties/desired/#", 0);
		hub.call("PATCH", "/twins/d", "{\"properties\":{\"desired\":{\"a\":1.0,\"b\":{\"c\":null}}}}").expect(200);
		MqttDevice.Received first = device.next();
		assertEquals("$iothub/twin/PATCH/properties/desired/?$version=2", first.topic());
		assertEquals("{\"a\":1.0,\"b\":{\"c\":null},\"$version\":2}", first.body());
		hub.call("PATCH", "/twins/d", "{\"properties\":{\"desired\":{\"a\":null}}}").expect(200);
		assertEquals("{\"a\":null,\"$version\":3}", device.next().body());
		hub.call("PATCH", "/twins/d", "{\"tags\":{\"x\":1}}").expect(200);
		assertEquals("$iothub/twin/res/200/?$rid=9", ask("$iothub/twin/GET/?$rid=9", "").topic(), "tags are none of its business");
	}

	@Test
	void withoutASubscriptionNothingIsAnswered() throws Exception {
		device.unsubscribe("$iothub/twin/res/#");
		device.send("$iothub/twin/GET/?$rid=1", "");
		hub.call("PATCH", "/twins/d", "{\"properties\":{\"desired\":{\"a\":1}}}").expect(200);
		device.sendEvent("", "a message to the hub takes longer than one from it");
		device.nothingCame();
	}
}
