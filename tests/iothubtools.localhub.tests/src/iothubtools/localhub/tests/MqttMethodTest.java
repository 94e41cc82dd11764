// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Direct methods from the REST call to the device and back (contract §§3.6, 8.1). */
@Timeout(60)
class MqttMethodTest {

	private static final String CALL = "$iothub/methods/POST/reboot/?$rid=";

	@RegisterExtension
	final TestHub hub = TestHub.withoutDevices();
	private MqttDevice device;

	@BeforeEach
	void prepare() throws Exception {
		hub.create("d");
		device = MqttDevice.connect(hub, "d");
	}

	@AfterEach
	void stop() throws Exception {
		device.close();
	}

	private CompletableFuture<Reply> call(String members) {
		return CompletableFuture.supplyAsync(
				() -> hub.call("POST", "/twins/d/methods", "{\"methodName\":\"reboot\"" + members + "}"));
	}

	private static Reply reply(CompletableFuture<Reply> call) throws Exception {
		return call.get(30, TimeUnit.SECONDS);
	}

	private String requestId(MqttDevice.Received call) {
		assertTrue(call.topic().startsWith(CALL), call.topic());
		return call.topic().substring(CALL.length());
	}

	@Test
	void theCallWaitsForTheDevicesAnswer() throws Exception {
		device.subscribe("$iothub/methods/POST/#", 0);
		CompletableFuture<Reply> call = call(",\"payload\":{\"delay\":5.0}");
		MqttDevice.Received came = device.next();
		assertEquals("{\"delay\":5.0}", came.body());
		assertEquals(0, came.quality());
		device.send("$iothub/methods/res/299/?$rid=" + requestId(came), "{\"done\":[1.0,null]}");
		assertEquals("{\"status\":299,\"payload\":{\"done\":[1.0,null]}}", reply(call).expect(200).body());
	}

	@Test
	void answersFindTheirCallsInWhateverOrder() throws Exception {
		device.subscribe("$iothub/methods/POST/#", 0);
		CompletableFuture<Reply> first = call(",\"payload\":1");
		MqttDevice.Received firstCame = device.next();
		CompletableFuture<Reply> second = call(",\"payload\":2");
		MqttDevice.Received secondCame = device.next();
		device.send("$iothub/methods/res/200/?$rid=unknown", "0");
		device.send("$iothub/methods/res/200/?$rid=" + requestId(secondCame), secondCame.body());
		device.send("$iothub/methods/res/200/?$rid=" + requestId(firstCame), firstCame.body());
		assertEquals("{\"status\":200,\"payload\":1}", reply(first).body());
		assertEquals("{\"status\":200,\"payload\":2}", reply(second).body());
	}

	@Test
	void anAnswerMayBeEmpty() throws Exception {
		device.subscribe("$iothub/methods/POST/#", 0);
		CompletableFuture<Reply> call = call("");
		device.send("$iothub/methods/res/0/?$rid=" + requestId(device.next()), "");
		assertEquals("{\"status\":0,\"payload\":null}", reply(call).expect(200).body());
	}

	@Test
	void aDeviceThatDoesNotSubscribeIsNotOnline() throws Exception {
		assertTrue(reply(call("")).expect(404).body().contains("Timed out waiting for device to subscribe."));
	}

	@Test
	void theCallMayWaitForTheSubscription() throws Exception {
		CompletableFuture<Reply> call = call(",\"connectTimeoutInSeconds\":20,\"responseTimeoutInSeconds\":20");
		device.subscribe("$iothub/methods/POST/#", 0);
		device.send("$iothub/methods/res/200/?$rid=" + requestId(device.next()), "true");
		assertEquals("{\"status\":200,\"payload\":true}", reply(call).expect(200).body());
	}

	@Test
	void theCallEndsWithTheConnection() throws Exception {
		device.subscribe("$iothub/methods/POST/#", 0);
		CompletableFuture<Reply> call = call("");
		device.next();
		device.close();
		reply(call).expect(404);
	}

	@Test
	void anAnswerThatIsNoJsonIsHandedOnAsItIs() throws Exception {
		device.subscribe("$iothub/methods/POST/#", 0);
		CompletableFuture<Reply> call = call("");
		device.send("$iothub/methods/res/200/?$rid=" + requestId(device.next()), "not json");
		assertEquals("{\"status\":200,\"payload\":not json}", reply(call).expect(200).body());
	}
}
