// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** Feedback on cloud-to-device messages (contract §3.7). */
class FeedbackTest {

	private static final String FEEDBACK = "/messages/serviceBound/feedback";
	private static final String BOUND = "/messages/deviceBound";

	private final SettableClock clock = new SettableClock();
	@RegisterExtension
	final TestHub hub = TestHub.with(settings -> settings.withClock(clock));

	private void send(String device, String id, String ack, String... more) {
		List<String> headers = new ArrayList<>(List.of("iothub-messageid", id, "iothub-ack", ack));
		headers.addAll(List.of(more));
		hub.call("POST", "/localhub/devices/" + device + BOUND, "x", headers.toArray(new String[0])).expect(204);
	}

	private String receive(String device) {
		return lockToken(hub.callAsDevice(device, "GET", BOUND, null));
	}

	private void complete(String device) {
		hub.callAsDevice(device, "DELETE", BOUND + '/' + receive(device), null).expect(204);
	}

	private void reject(String device) {
		hub.callAs(hub.deviceToken(device), "DELETE",
				"/devices/" + device + BOUND + '/' + receive(device) + TestHub.VERSION + "&reject", null).expect(204);
	}

	private static String lockToken(Reply reply) {
		return reply.expect(200).header("ETag").replace("\"", "");
	}

	private Reply feedback() {
		return hub.call("GET", FEEDBACK, null);
	}

	private static List<String> outcomes(Reply batch) {
		List<String> outcomes = new ArrayList<>();
		for (JsonElement one : batch.expect(200).array()) {
			JsonObject json = one.getAsJsonObject();
			outcomes.add(json.get("originalMessageId").getAsString() + ' ' + json.get("statusCode").getAsString());
		}
		return outcomes;
	}

	@Test
	void feedbackSaysWhatBecameOfAMessage() {
		String generation = hub.create("d").json().get("generationId").getAsString();
		send("d", "m-1", "full");
		complete("d");
		Instant completed = clock.instant();
		clock.advance(Duration.ofSeconds(14));
		assertEquals("", feedback().expect(204).body());
		clock.advance(Duration.ofSeconds(1));
		Reply batch = hub.call("GET", "/messages/servicebound/feedback/", null);
		JsonArray records = batch.array();
		assertEquals(1, records.size());
		JsonObject first = records.get(0).getAsJsonObject();
		assertEquals(List.of("originalMessageId", "enqueuedTimeUtc", "statusCode", "description", "deviceId",
				"deviceGenerationId"), List.copyOf(first.keySet()));
		assertEquals("m-1", first.get("originalMessageId").getAsString());
		assertEquals("Success", first.get("statusCode").getAsString());
		assertEquals("d", first.get("deviceId").getAsString());
		assertEquals(generation, first.get("deviceGenerationId").getAsString());
		Duration rounding = Duration.between(Instant.parse(first.get("enqueuedTimeUtc").getAsString()), completed);
		assertEquals(0, rounding.toMillis());
		feedback().expect(204);
		String token = lockToken(batch);
		hub.call("DELETE", FEEDBACK + '/' + token, null).expect(204);
		hub.call("DELETE", FEEDBACK + '/' + token, null).expectError(412, "DeviceMessageLockLost");
		clock.advance(Duration.ofMinutes(2));
		feedback().expect(204);
	}

	@Test
	void theSenderChoosesWhatItHearsOf() {
		hub.create("d");
		for (String ack : List.of("none", "positive", "negative", "full")) {
			send("d", ack + "-1", ack);
			send("d", ack + "-2", ack);
			complete("d");
			reject("d");
		}
		clock.advance(Duration.ofSeconds(15));
		assertEquals(List.of("positive-1 Success", "negative-2 Rejected", "full-1 Success", "full-2 Rejected"),
				outcomes(feedback()));
	}

	@Test
	void everyWayToEndIsToldByItsName() {
		hub.create("d");
		send("d", "expires", "negative", "iothub-expiry", clock.instant().plusSeconds(30).toString());
		send("d", "abandoned", "negative");
		send("d", "purged", "negative");
		clock.advance(Duration.ofSeconds(30));
		for (int i = 0; i < 10; i++) {
			hub.callAsDevice("d", "POST", BOUND + '/' + receive("d") + "/abandon", "x").expect(204);
		}
		hub.call("DELETE", "/devices/d/commands", null).expect(200);
		clock.advance(Duration.ofSeconds(15));
		List<String> outcomes = new ArrayList<>();
		Eventually.holds("three records", () -> {
			Reply batch = feedback();
			if (batch.status() == 200) {
				outcomes.addAll(outcomes(batch));
			} else {
				clock.advance(Duration.ofSeconds(1));
			}
			return outcomes.size() == 3;
		});
		Collections.sort(outcomes);
		assertEquals(List.of("abandoned DeliveryCountExceeded", "expires Expired", "purged Purged"), outcomes);
	}

	@Test
	void sixtyFourRecordsAreABatchAtOnce() {
		hub.create("d");
		hub.create("e");
		for (int i = 0; i < 65; i++) {
			String device = i % 2 == 0 ? "d" : "e";
			send(device, "m" + i, "full");
			complete(device);
		}
		assertEquals(64, feedback().expect(200).array().size());
		feedback().expect(204);
		clock.advance(Duration.ofSeconds(15));
		assertEquals(List.of("m64 Success"), outcomes(feedback()));
	}

	@Test
	void whatIsAbandonedComesAgainTenTimesAtMost() {
		hub.create("d");
		send("d", "m", "full");
		complete("d");
		clock.advance(Duration.ofSeconds(15));
		String before = "";
		for (int i = 0; i < 10; i++) {
			Reply batch = feedback();
			assertEquals(List.of("m Success"), outcomes(batch));
			assertNotEquals(before, lockToken(batch));
			before = lockToken(batch);
			hub.call("POST", FEEDBACK + '/' + before + "/abandon", "").expect(204);
		}
		feedback().expect(204);
		hub.call("POST", FEEDBACK + '/' + before + "/abandon", "").expectError(412, "DeviceMessageLockLost");
	}

	@Test
	void aLockRunsOutAfterAMinuteAndARecordAfterAnHour() {
		hub.create("d");
		send("d", "m", "full");
		complete("d");
		clock.advance(Duration.ofSeconds(15));
		String lost = lockToken(feedback());
		clock.advance(Duration.ofSeconds(60));
		assertEquals(List.of("m Success"), outcomes(feedback()));
		hub.call("DELETE", FEEDBACK + '/' + lost, null).expectError(412, "DeviceMessageLockLost");
		clock.advance(Duration.ofHours(1).minusSeconds(75));
		feedback().expect(204);
	}

	@Test
	void aDeletedDeviceTakesItsFeedbackWithIt() {
		hub.create("d");
		hub.create("e");
		send("d", "m-d", "full");
		send("e", "m-e", "full");
		complete("d");
		complete("e");
		hub.call("DELETE", "/devices/d", null, "If-Match", "*").expect(204);
		clock.advance(Duration.ofMillis(1));
		hub.create("d");
		clock.advance(Duration.ofSeconds(15));
		assertEquals(List.of("m-e Success"), outcomes(feedback()));
	}

	@Test
	void onlyTheServiceHearsIt() {
		hub.callAs(hub.token("device"), "GET", FEEDBACK + TestHub.VERSION, null).expectError(401,
				"IotHubUnauthorizedAccess");
		hub.callAs(hub.token("registryReadWrite"), "DELETE", FEEDBACK + "/t" + TestHub.VERSION, null).expectError(401,
				"IotHubUnauthorizedAccess");
		hub.callAs(hub.token("service"), "GET", FEEDBACK + TestHub.VERSION, null).expect(204);
	}

	@Test
	void messagesAndFeedbackOutliveARestart() throws Exception {
		hub.create("d");
		send("d", "done", "full");
		send("d", "locked", "full", "iothub-app-k", "v");
		complete("d");
		receive("d");
		hub.restart();
		clock.advance(Duration.ofSeconds(15));
		assertEquals(List.of("done Success"), outcomes(feedback()));
		Reply again = hub.callAsDevice("d", "GET", BOUND, null).expect(200);
		assertEquals("locked", again.header("iothub-messageid"));
		assertEquals("v", again.header("iothub-app-k"));
		clock.advance(Duration.ofHours(1));
		hub.call("GET", FEEDBACK, null);
		Eventually.holds("the message expires", () -> {
			clock.advance(Duration.ofSeconds(15));
			return feedback().status() == 200;
		});
	}
}
