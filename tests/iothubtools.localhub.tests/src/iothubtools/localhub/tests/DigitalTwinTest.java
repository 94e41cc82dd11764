// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Digital twins: read, patched, commanded (contract §3.11). */
class DigitalTwinTest {

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	@Test
	void aDigitalTwinIsThatOfADeviceWithoutAModel() {
		HUB.create("read");
		Reply reply = HUB.call("GET", "/digitaltwins/read", null).expect(200);
		assertEquals("{\"$dtId\":\"read\",\"$metadata\":{\"$model\":\"\"}}", reply.body());
		assertEquals("\"AAAAAAAAAAE=\"", reply.header("ETag"));
		HUB.call("GET", "/digitaltwins/nobody", null).expectError(404, "DeviceNotFound");
	}

	@Test
	void aPatchWritesDesiredProperties() {
		HUB.create("patch");
		String patch = "[{\"op\":\"add\",\"path\":\"/target\",\"value\":{\"t\":20.5}},{\"op\":\"replace\",\"path\":\"/fan/speed\","
				+ "\"value\":3},{\"op\":\"add\",\"path\":\"/a~1b\",\"value\":true}]";
		Reply reply = HUB.call("PATCH", "/digitaltwins/patch", patch).expect(202);
		assertEquals("", reply.body());
		assertEquals("/digitaltwins/patch", reply.header("Location"));
		assertEquals("{\"target\":{\"t\":20.5},\"fan\":{\"speed\":3},\"a/b\":true}", desired());
		HUB.call("PATCH", "/digitaltwins/patch", "[{\"op\":\"remove\",\"path\":\"/fan\"}]", "If-Match", reply.header("ETag"))
				.expect(202);
		assertEquals("{\"target\":{\"t\":20.5},\"a/b\":true}", desired());
		HUB.call("PATCH", "/digitaltwins/patch", "[{\"op\":\"remove\",\"path\":\"/target\"}]", "If-Match", reply.header("ETag"))
				.expectError(412, "PreconditionFailed");
	}

	private static String desired() {
		var desired = HUB.call("GET", "/twins/patch", null).expect(200).json().getAsJsonObject("properties")
				.getAsJsonObject("desired");
		desired.remove("$metadata");
		desired.remove("$version");
		return desired.toString();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{}]", "[1]", "[{\"op\":\"move\",\"path\":\"/a\",\"value\":1}]", "[{\"op\":\"add\",\"path\":\"/a\"}]",
			"[{\"op\":\"add\",\"path\":\"a\",\"value\":1}]", "[{\"op\":\"add\",\"path\":\"/\",\"value\":1}]" })
	void whatIsNoPatchIs400(String patch) {
		HUB.call("PATCH", "/digitaltwins/patch", patch).expectError(400, "InvalidDigitalTwinPatch");
	}

	@ParameterizedTest
	@CsvSource({ "plain, commands/reboot, reboot", "part, components/fan/commands/stop, fan*stop" })
	void aCommandIsADirectMethod(String id, String path, String method) throws Exception {
		HUB.create(id);
		try (MqttDevice device = MqttDevice.connect(HUB, id)) {
			device.subscribe("$iothub/methods/POST/#", 0);
			CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> HUB.callAs(HUB.token("service"), "POST",
					"/digitaltwins/" + id + '/' + path + TestHub.VERSION + "&responseTimeoutInSeconds=20", "{\"in\":1.0}"));
			MqttDevice.Received call = device.next();
			assertEquals("$iothub/methods/POST/" + method + '/', call.topic().substring(0, call.topic().indexOf('?')));
			assertEquals("{\"in\":1.0}", call.body());
			device.send("$iothub/methods/res/202/" + call.topic().substring(call.topic().indexOf('?')), "[1,2]", 0, false);
			Reply answered = reply.get(20, TimeUnit.SECONDS).expect(200);
			assertEquals("[1,2]", answered.body());
			assertEquals("202", answered.header("x-ms-command-statuscode"));
		}
	}

	/** IoT Explorer has a message of its own for such a reply: the status comes through. */
	@Test
	void anAnswerThatIsNoJsonIsHandedOn() throws Exception {
		HUB.create("talks");
		try (MqttDevice device = MqttDevice.connect(HUB, "talks")) {
			device.subscribe("$iothub/methods/POST/#", 0);
			CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> HUB.callAs(HUB.token("service"), "POST",
					"/digitaltwins/talks/commands/reboot" + TestHub.VERSION + "&responseTimeoutInSeconds=20", null));
			String topic = device.next().topic();
			device.send("$iothub/methods/res/203/" + topic.substring(topic.indexOf('?')), "Some Response Message", 0, false);
			Reply answered = reply.get(20, TimeUnit.SECONDS).expect(200);
			assertEquals("Some Response Message", answered.body());
			assertEquals("203", answered.header("x-ms-command-statuscode"));
		}
	}

	@Test
	void aCommandToNobodyIs404() {
		HUB.create("away");
		HUB.call("POST", "/digitaltwins/away/commands/reboot", null).expect(404);
		HUB.callAs(HUB.token("service"), "POST", "/digitaltwins/away/commands/reboot" + TestHub.VERSION
				+ "&connectTimeoutInSeconds=x", null).expectError(400, "ArgumentInvalid");
	}
}
