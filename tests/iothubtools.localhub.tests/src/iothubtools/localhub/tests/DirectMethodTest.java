// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** Direct methods from REST to a device on MQTT and back (contract §3.6). */
@Timeout(60)
class DirectMethodTest {

	private static final String SUBSCRIPTION = "$iothub/methods/POST/#";
	private static final Pattern CALL = Pattern.compile("\\$iothub/methods/POST/([^/]+)/\\?\\$rid=([0-9a-f]+)");
	private static final int LIMIT = 128 * 1024;

	private static final SettableClock CLOCK = new SettableClock();
	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withClock(CLOCK));

	private static Reply invoke(String target, String body) {
		return HUB.call("POST", "/twins/" + target + "/methods", body);
	}

	private static CompletableFuture<Reply> begin(String target, String body) {
		return CompletableFuture.supplyAsync(() -> invoke(target, body));
	}

	private static MqttDevice subscribed(String deviceId) throws Exception {
		HUB.create(deviceId);
		MqttDevice device = MqttDevice.connect(HUB, deviceId);
		device.subscribe(SUBSCRIPTION, 0);
		return device;
	}

	/** Answers the next call, which must be of this method, and returns its payload. */
	private static String answer(MqttDevice device, String method, int status, String payload) throws Exception {
		MqttDevice.Received call = device.next();
		Matcher topic = CALL.matcher(call.topic());
		assertTrue(topic.matches(), call.topic());
		assertEquals(method, topic.group(1));
		assertEquals(0, call.quality());
		device.send("$iothub/methods/res/" + status + "/?$rid=" + topic.group(2), payload);
		return call.body();
	}

	@Test
	void theDeviceAnswersWhatItWantsAndPayloadsStayAsTheyAre() throws Exception {
		try (MqttDevice device = subscribed("answers")) {
			String payload = "{\"a\":1.0,\"b\":[2e3,null,12345678901234567890],\"at\":\"2026-01-02T03:04:05\",\"<&>\":\"\\\"\u00e9\"}";
			CompletableFuture<Reply> reply = begin("answers", "{\"methodName\":\"set Level\",\"payload\":" + payload + "}");
			assertEquals(payload, answer(device, "set Level", 418, "{\"n\":1.0,\"at\":\"2026-01-02T03:04:05Z\"}"));
			assertEquals("{\"status\":418,\"payload\":{\"n\":1.0,\"at\":\"2026-01-02T03:04:05Z\"}}", reply.join().expect(200).body());
			device.nothingCame();
		}
	}

	@Test
	void aPayloadMayBeMissingOnBothWays() throws Exception {
		try (MqttDevice device = subscribed("silent")) {
			CompletableFuture<Reply> reply = begin("silent", "{\"methodName\":\"m\"}");
			assertEquals("", answer(device, "m", 200, ""));
			assertEquals("{\"status\":200,\"payload\":null}", reply.join().expect(200).body());
			reply = begin("silent", "{\"methodName\":\"m\",\"payload\":\"text\",\"responseTimeoutInSeconds\":null}");
			assertEquals("\"text\"", answer(device, "m", 0, "[]"));
			assertEquals("{\"status\":0,\"payload\":[]}", reply.join().expect(200).body());
			reply = begin("silent", "{\"methodName\":\"m\",\"payload\":null}");
			assertEquals("null", answer(device, "m", 200, "1"));
			reply.join().expect(200);
			reply = begin("silent", "{\"MethodName\":\"m\",\"PayLoad\":[5]}");
			assertEquals("[5]", answer(device, "m", 200, "1"));
			reply.join().expect(200);
			reply = begin("silent", "{\"methodName\":\"m\",\"payload\":0}");
			assertEquals("0", answer(device, "m", 200, "no JSON"));
			assertEquals("{\"status\":200,\"payload\":no JSON}", reply.join().expect(200).body());
		}
	}

	@Test
	void aDeviceThatIsNotConnectedIsToldAtOnce() {
		HUB.create("offline");
		JsonObject error = invoke("offline", "{\"methodName\":\"m\"}").expectNested(404103, "DeviceNotOnline");
		assertEquals("Timed out waiting for device to connect.", error.get("message").getAsString());
		assertEquals("{\"timeout\":\"00:00:00\"}", error.get("info").toString());
	}

	@Test
	void theCallWaitsForTheDeviceToConnectAndSubscribe() throws Exception {
		HUB.create("comes");
		CompletableFuture<Reply> reply = begin("comes",
				"{\"methodName\":\"m\",\"connectTimeoutInSeconds\":200,\"responseTimeoutInSeconds\":300}");
		try (MqttDevice device = MqttDevice.connect(HUB, "comes")) {
			device.subscribe(SUBSCRIPTION, 0);
			answer(device, "m", 200, "{}");
			reply.join().expect(200);
		}
	}

	@Test
	void theCallWaitsForTheDeviceNoLongerThanItIsTold() throws Exception {
		HUB.create("never");
		String body = "{\"methodName\":\"m\",\"connectTimeoutInSeconds\":61,\"responseTimeoutInSeconds\":61}";
		JsonObject error = untilTimeOut(begin("never", body)).expectNested(404103, "DeviceNotOnline");
		assertEquals("Timed out waiting for device to connect.", error.get("message").getAsString());
		assertEquals("{\"timeout\":\"00:01:01\"}", error.get("info").toString());
		try (MqttDevice device = MqttDevice.connect(HUB, "never")) {
			error = untilTimeOut(begin("never", body)).expectNested(404103, "DeviceNotOnline");
			assertEquals("Timed out waiting for device to subscribe.", error.get("message").getAsString());
		}
	}

	/** The request may be on its way yet when the clock moves, so it moves again; in small steps, or tokens expire meanwhile. */
	private static Reply untilTimeOut(CompletableFuture<Reply> reply) {
		Eventually.holds("the reply", () -> {
			CLOCK.advance(Duration.ofSeconds(1));
			return reply.isDone();
		});
		return reply.join();
	}

	@Test
	void aDeviceThatDoesNotAnswerInTimeIsNotAskedAgain() throws Exception {
		try (MqttDevice device = subscribed("slow")) {
			CompletableFuture<Reply> reply = begin("slow", "{\"methodName\":\"m\",\"responseTimeoutInSeconds\":30}");
			Matcher topic = CALL.matcher(device.next().topic());
			assertTrue(topic.matches());
			JsonObject error = untilTimeOut(reply).expectNested(504101, "GatewayTimeout");
			assertEquals("Timed out waiting for the response from device.", error.get("message").getAsString());
			assertEquals("{\"timeout\":\"00:00:30\"}", error.get("info").toString());
			device.send("$iothub/methods/res/200/?$rid=" + topic.group(2), "\"late\"");
			reply = begin("slow", "{\"methodName\":\"next\"}");
			answer(device, "next", 201, "\"in time\"");
			assertEquals("{\"status\":201,\"payload\":\"in time\"}", reply.join().expect(200).body());
			device.nothingCame();
		}
	}

	@Test
	void aDeviceThatLeavesDoesNotAnswer() throws Exception {
		CompletableFuture<Reply> reply;
		try (MqttDevice device = subscribed("leaves")) {
			reply = begin("leaves", "{\"methodName\":\"m\"}");
			device.next();
		}
		reply.join().expectNested(404104, "DeviceConnectionClosedRemotely");
	}

	@Test
	void tenMethodsMayWaitForADevice() throws Exception {
		try (MqttDevice device = subscribed("busy")) {
			List<CompletableFuture<Reply>> replies = new ArrayList<>();
			for (int i = 0; i < 10; i++) {
				replies.add(begin("busy", "{\"methodName\":\"m\",\"payload\":1}"));
			}
			List<String> calls = new ArrayList<>();
			for (int i = 0; i < 10; i++) {
				Matcher topic = CALL.matcher(device.next().topic());
				assertTrue(topic.matches());
				calls.add(topic.group(2));
			}
			invoke("busy", "{\"methodName\":\"m\"}").expectNested(403800, "DeviceMaximumInflightMethodExceeded");
			for (String call : calls) {
				device.send("$iothub/methods/res/200/?$rid=" + call, "1");
			}
			replies.forEach(reply -> reply.join().expect(200));
			CompletableFuture<Reply> next = begin("busy", "{\"methodName\":\"m\"}");
			answer(device, "m", 200, "1");
			next.join().expect(200);
		}
	}

	@Test
	void aModuleHasMethodsOfItsOwn() throws Exception {
		HUB.create("edge");
		String key = HUB.call("PUT", "/devices/edge/modules/m1", "{\"deviceId\":\"edge\",\"moduleId\":\"m1\"}").expect(200).json()
				.getAsJsonObject("authentication").getAsJsonObject("symmetricKey").get("primaryKey").getAsString();
		String token = Tokens.of(key, null, Tokens.encoded(HUB.hub().hostName() + "/devices/edge/modules/m1"),
				CLOCK.instant().plusSeconds(3600));
		invoke("edge/modules/m1", "{\"methodName\":\"m\"}").expectNested(404103, "DeviceNotOnline");
		try (MqttDevice module = MqttDevice.connect(HUB, "edge/m1", token, options -> {
		})) {
			module.subscribe(SUBSCRIPTION, 0);
			CompletableFuture<Reply> reply = begin("edge/modules/m1", "{\"methodName\":\"m\",\"payload\":{}}");
			answer(module, "m", 200, "{}");
			reply.join().expect(200);
			invoke("edge", "{\"methodName\":\"m\"}").expectNested(404103, "DeviceNotOnline");
		}
		invoke("edge/modules/m2", "{\"methodName\":\"m\"}").expectNested(404010, "ModuleNotFound");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{}", "{\"methodName\":\"\"}", "{\"methodName\":1}", "{\"methodName\":\"a/b\"}",
			"{\"methodName\":\"a#\"}", "{\"methodName\":\"m\",\"responseTimeoutInSeconds\":4}",
			"{\"methodName\":\"m\",\"responseTimeoutInSeconds\":301}", "{\"methodName\":\"m\",\"responseTimeoutInSeconds\":\"5\"}",
			"{\"methodName\":\"m\",\"responseTimeoutInSeconds\":5.5}", "{\"methodName\":\"m\",\"responseTimeoutInSeconds\":1e99}",
			"{\"methodName\":\"m\",\"connectTimeoutInSeconds\":-1}", "{\"methodName\":\"m\",\"connectTimeoutInSeconds\":301}",
			"{\"methodName\":\"m\",\"connectTimeoutInSeconds\":31}" })
	void whatCannotBeIs400(String body) {
		if (HUB.hub().deviceConnectionString("wrong") == null) {
			HUB.create("wrong");
		}
		invoke("wrong", body).expectNested(400004, "ArgumentInvalid");
	}

	@Test
	void aPayloadHas128KilobytesOnBothWays() throws Exception {
		String largest = '"' + "x".repeat(LIMIT - 2) + '"';
		String larger = '"' + "x".repeat(LIMIT - 1) + '"';
		try (MqttDevice device = subscribed("large")) {
			invoke("large", "{\"methodName\":\"m\",\"payload\":" + larger + "}").expectNested(413001, "MessageTooLarge");
			CompletableFuture<Reply> reply = begin("large", "{\"methodName\":\"m\",\"payload\":" + largest + "}");
			assertEquals(largest, answer(device, "m", 200, largest));
			assertEquals("{\"status\":200,\"payload\":" + largest + "}", reply.join().expect(200).body());
			reply = begin("large", "{\"methodName\":\"m\"}");
			answer(device, "m", 200, larger);
			reply.join().expectNested(413001, "MessageTooLarge");
		}
	}

	@Test
	void onlyEnabledDevicesAreAskedAndOnlyByTheService() {
		invoke("nobody", "{\"methodName\":\"m\"}").expectNested(404001, "DeviceNotFound");
		HUB.put("disabled", ",\"status\":\"disabled\"").expect(200);
		invoke("disabled", "{\"methodName\":\"m\"}").expectNested(403012, "DeviceDisabled");
		for (String policy : List.of("registryReadWrite", "device")) {
			HUB.callAs(HUB.token(policy), "POST", "/twins/disabled/methods" + TestHub.VERSION, "{\"methodName\":\"m\"}")
					.expectError(401, "IotHubUnauthorizedAccess");
		}
	}
}
