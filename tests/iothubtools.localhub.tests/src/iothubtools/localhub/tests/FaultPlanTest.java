// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultEffect.Break;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** What the hub does wrong on purpose (docs/localhub.md). */
@Timeout(60)
class FaultPlanTest {

	private static final String PATH = "/localhub/faults";
	private static final SettableClock CLOCK = new SettableClock();

	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withClock(CLOCK));

	@AfterEach
	void noMoreFaults() {
		HUB.hub().inject(FaultPlan.NONE);
	}

	private static Reply faults(String method, String body) {
		return HUB.callAs(HUB.token("service"), method, PATH, body);
	}

	private static void inject(FaultRule... rules) {
		HUB.hub().inject(FaultPlan.of(rules));
	}

	@Test
	void anErrorInPlaceOfTheOperation() {
		inject(FaultRule.of("PutDevice", new FaultEffect.Status(503, "ServiceUnavailable")).withSkip(1).withTimes(2));
		HUB.create("a0");
		HUB.put("a1", "").expectError(503, "ServiceUnavailable");
		HUB.put("a1", "").expectError(503, "ServiceUnavailable");
		HUB.call("GET", "/devices/a1", null).expect(404);
		HUB.create("a1");
		assertEquals(List.of(2L), HUB.hub().injected());
	}

	@Test
	void aDroppedConnectionBeforeAndAfter() {
		inject(FaultRule.of("PutDevice", Break.DROP_BEFORE).withTimes(1));
		assertThrows(AssertionError.class, () -> HUB.put("b1", ""));
		HUB.call("GET", "/devices/b1", null).expect(404);
		inject(FaultRule.of("PutDevice", Break.DROP_AFTER).withTimes(1));
		assertThrows(AssertionError.class, () -> HUB.put("b2", ""));
		HUB.call("GET", "/devices/b2", null).expect(200);
		inject(FaultRule.of("GetDevice", Break.DROP_AFTER));
		assertThrows(AssertionError.class, () -> HUB.call("GET", "/devices/nobody", null));
	}

	@Test
	void aTruncatedBodyAndOneWithout() {
		HUB.create("c1");
		inject(FaultRule.of("*", Break.TRUNCATE));
		assertThrows(AssertionError.class, () -> HUB.call("GET", "/devices/c1", null));
		assertThrows(AssertionError.class, () -> HUB.call("DELETE", "/devices/c1", null, "If-Match", "*"));
		HUB.hub().inject(FaultPlan.NONE);
		HUB.call("GET", "/devices/c1", null).expect(404);
	}

	@Test
	void aFailureAfterTheCommit() {
		inject(FaultRule.of("PutDevice", Break.FAIL_AFTER_COMMIT).withTimes(1));
		HUB.put("d1", "").expectError(500, "ServerError");
		HUB.put("d1", "").expectError(409, "DeviceAlreadyExists");
	}

	@Test
	void anOtherClock() {
		inject(FaultRule.of("*", new FaultEffect.ClockSkew(Duration.ofHours(2))));
		Reply reply = HUB.call("GET", "/devices/e1", null).expectError(401, "IotHubUnauthorizedAccess");
		Instant date = ZonedDateTime.parse(reply.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
		assertTrue(Duration.between(CLOCK.instant(), date).toMinutes() > 100, reply.header("Date"));
	}

	@Test
	void aDelayGoesByTheHubsClock() {
		HUB.create("f1");
		inject(FaultRule.of("GetDevice", new FaultEffect.Delay(Duration.ofMinutes(10))),
				FaultRule.of("GetDevice", new FaultEffect.Delay(Duration.ofMinutes(10))),
				FaultRule.of("GetDevice", new FaultEffect.Status(500, "ServerError")));
		CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> HUB.call("GET", "/devices/f1", null));
		Eventually.holds("the call is there", () -> HUB.hub().injected().equals(List.of(1L, 1L, 1L)));
		assertFalse(reply.isDone());
		CLOCK.advance(Duration.ofMinutes(20));
		reply.join().expectError(500, "ServerError");
	}

	@Test
	void aMessageOverMqttIsNotAcknowledgedWhetherItIsKeptOrNot() throws Exception {
		HUB.create("h1");
		inject(FaultRule.of("SendDeviceEvent", Break.DROP_BEFORE).withSkip(1).withTimes(1));
		try (MqttDevice device = MqttDevice.connect(HUB, "h1")) {
			device.sendEvent("", "well");
			assertThrows(MqttException.class, () -> device.sendEvent("", "before"));
			device.isDisconnected();
		}
		inject(FaultRule.of("SendDeviceEvent", Break.DROP_AFTER));
		try (MqttDevice device = MqttDevice.connect(HUB, "h1")) {
			assertThrows(MqttException.class, () -> device.sendEvent("", "after"));
			device.isDisconnected();
		}
		assertEquals(List.of("well", "after"),
				HUB.hub().receivedMessages("h1").stream().map(message -> new String(message.body())).toList());
		HUB.hub().inject(FaultPlan.NONE);
	}

	@Test
	void aRateHitsTheSameCallsWithTheSameSeed() {
		FaultPlan plan = FaultPlan.of(FaultRule.of("GetDevice", new FaultEffect.Status(500, "ServerError")).withRate(0.2));
		String first = hits(plan.withSeed(1));
		assertEquals(first, hits(plan.withSeed(1)));
		assertNotEquals(first, hits(plan.withSeed(2)));
		long count = first.chars().filter(hit -> hit == 'x').count();
		assertTrue(count > 20 && count < 60, first);
	}

	private static String hits(FaultPlan plan) {
		HUB.hub().inject(plan);
		StringBuilder hits = new StringBuilder();
		for (int i = 0; i < 200; i++) {
			hits.append(HUB.call("GET", "/devices/nobody", null).status() == 500 ? 'x' : '.');
		}
		return hits.toString();
	}

	@Test
	void thePlanIsReadWrittenAndThrownAwayOverHttp() {
		String plan = """
				{"seed":7,"rules":[
				  {"operation":"GetTwin","rate":0.5,"skip":1,"times":3,"effect":"status","status":429,"errorCode":"ThrottlingException"},
				  {"effect":"delay","milliseconds":0},
				  {"operation":"PutDevice","effect":"failAfterCommit"},
				  {"operation":"ListDevices","effect":"clockSkew","seconds":-60},
				  {"operation":"ListDevices","effect":"dropBefore"},{"operation":"ListDevices","effect":"dropAfter"},
				  {"operation":"ListDevices","effect":"truncate"}]}""";
		JsonObject written = faults("PUT", plan).expect(200).json();
		assertEquals(7, written.get("seed").getAsInt());
		assertEquals(7, written.getAsJsonArray("rules").size());
		assertEquals(written, faults("GET", null).expect(200).json(), "reading the plan is no operation that it is about");
		HUB.put("g1", "").expect(500);
		JsonObject first = faults("GET", null).json().getAsJsonArray("rules").get(0).getAsJsonObject();
		assertEquals("{\"operation\":\"GetTwin\",\"rate\":0.5,\"skip\":1,\"times\":3,\"effect\":\"status\",\"status\":429,"
				+ "\"errorCode\":\"ThrottlingException\",\"seen\":0,\"injected\":0}", first.toString());
		JsonObject third = faults("GET", null).json().getAsJsonArray("rules").get(2).getAsJsonObject();
		assertEquals(1, third.get("injected").getAsInt());
		assertEquals(200, faults("PUT", faults("GET", null).body()).status(), "what is read can be written");
		assertEquals("{\"seed\":0,\"rules\":[]}", faults("DELETE", null).expect(200).body());
		HUB.call("DELETE", "/devices/g1", null, "If-Match", "*").expect(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{\"rule\":[]}", "{\"rules\":{}}", "{\"rules\":[1]}", "{\"rules\":[{}]}",
			"{\"rules\":[{\"effect\":\"explode\"}]}", "{\"rules\":[{\"effect\":\"truncate\",\"rate\":0}]}",
			"{\"rules\":[{\"effect\":\"truncate\",\"rate\":\"1\"}]}", "{\"rules\":[{\"effect\":\"truncate\",\"times\":0}]}",
			"{\"rules\":[{\"effect\":\"status\",\"status\":200}]}",
			"{\"rules\":[{\"effect\":\"status\",\"errorCode\":\"A\\nB\"}]}", "{\"rules\":[{\"effect\":\"truncate\",\"rat\":1}]}" })
	void aPlanThatIsNoneIs400(String plan) {
		faults("PUT", plan).expectError(400, "ArgumentInvalid");
	}

	@Test
	void thePlanNeedsServiceConnect() {
		for (String method : List.of("GET", "PUT", "DELETE")) {
			HUB.callAs(HUB.token("device"), method, PATH, "{}").expectError(401, "IotHubUnauthorizedAccess");
		}
	}

	@Test
	void aPlanIsGivenAtStart(@TempDir Path directory) throws Exception {
		Path plan = Files.writeString(directory.resolve("faults.json"),
				"{\"rules\":[{\"operation\":\"GetDevice\",\"effect\":\"status\"}]}");
		try (ForkedHub forked = ForkedHub.start("--port", "0", "--data",
				directory.resolve("data").toString(), "--faults", plan.toString())) {
			assertTrue(forked.printed("Fault plan:").startsWith("1 rule"), forked.output.toString());
		}
		Path missing = directory.resolve("missing.json");
		try (ForkedHub forked = ForkedHub.start("--data", directory.resolve("data").toString(), "--faults", missing.toString())) {
			assertEquals(2, forked.waitFor());
			assertEquals("The fault plan " + missing + " cannot be read: " + missing + " is not there", forked.output.get(0));
		}
	}
}
