// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.tests.support.time.SettableClock;

/** Cloud-to-device messages: the queue, and the device that fetches them over HTTPS (contract §§3.7, 3.12). */
class CloudToDeviceTest {

	private static final SettableClock CLOCK = new SettableClock();
	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withClock(CLOCK));
	private static final DeviceQueue QUEUE = new DeviceQueue(HUB);

	@Test
	void aMessageArrivesWithAllThatItCarries() {
		HUB.create("all");
		Instant expiry = CLOCK.instant().plus(Duration.ofMinutes(5));
		assertEquals("", QUEUE.send("all", "{\"on\":true}", "iothub-messageid", "m-1", "iothub-correlationid", "c-1",
				"iothub-userid", "operator", "iothub-expiry", expiry.toString(), "iothub-ack", "Full", "iothub-contenttype",
				"application/json", "iothub-contentencoding", "utf-8", "iothub-app-Site", "A!#$%&'*+-.^_~`|",
				"iothub-app-empty", "").expect(204).body());
		Reply received = HUB.callAsDevice("all", "GET", "/messages/DEVICEBOUND/", null, "IotHub-MessageLockTimeout", "60");
		DeviceQueue.token(received);
		assertEquals("{\"on\":true}", received.body());
		assertEquals("m-1", received.header("iothub-messageid"));
		assertEquals("c-1", received.header("iothub-correlationid"));
		assertEquals("operator", received.header("iothub-userid"));
		assertEquals(expiry, Instant.parse(received.header("iothub-expiry")));
		assertEquals("full", received.header("iothub-ack"));
		assertEquals("/devices/all/messages/deviceBound", received.header("iothub-to"));
		assertEquals("0", received.header("iothub-deliverycount"));
		assertEquals("application/json", received.header("iothub-contenttype"));
		assertEquals("application/json", received.header("ContentType"));
		assertEquals("utf-8", received.header("ContentEncoding"));
		assertEquals("A!#$%&'*+-.^_~`|", received.header("iothub-app-Site"));
		assertTrue(received.has("iothub-app-empty"));
		assertTrue(Long.parseLong(received.header("iothub-sequencenumber")) > 0);
		assertTrue(received.header("iothub-enqueuedtime").endsWith("Z"), received.header("iothub-enqueuedtime"));
	}

	@Test
	void messagesComeInTheirOrderOneAfterAnother() {
		HUB.create("order");
		QUEUE.receive("order").expect(204);
		QUEUE.send("order", "first").expect(204);
		QUEUE.send("order", "second").expect(204);
		assertEquals(2, QUEUE.count("order"));
		Reply first = QUEUE.receive("order");
		Reply second = QUEUE.receive("order");
		assertEquals("first", first.body());
		assertEquals("second", second.body());
		assertEquals(1 + Long.parseLong(first.header("iothub-sequencenumber")),
				Long.parseLong(second.header("iothub-sequencenumber")));
		assertEquals("none", first.header("iothub-ack"));
		assertTrue(first.has("iothub-messageid") && first.header("iothub-messageid").isEmpty());
		assertTrue(first.has("iothub-expiry") && first.header("iothub-expiry").isEmpty());
		QUEUE.receive("order").expect(204);
		assertEquals(2, QUEUE.count("order"), "locked messages count too");
		QUEUE.complete("order", DeviceQueue.token(first)).expect(204);
		QUEUE.complete("order", DeviceQueue.token(second)).expect(204);
		assertEquals(0, QUEUE.count("order"));
		QUEUE.complete("order", DeviceQueue.token(first)).expectError(412, "DeviceMessageLockLost");
	}

	@Test
	void ofManyReceiversEachMessageGoesToOne() throws Exception {
		HUB.create("many");
		for (int i = 0; i < 50; i++) {
			QUEUE.send("many", "m" + i).expect(204);
		}
		Queue<String> received = new ConcurrentLinkedQueue<>();
		ExecutorService receivers = Executors.newFixedThreadPool(8);
		for (int receiver = 0; receiver < 8; receiver++) {
			receivers.execute(() -> {
				for (Reply next = QUEUE.receive("many"); next.status() == 200; next = QUEUE.receive("many")) {
					QUEUE.complete("many", DeviceQueue.token(next)).expect(204);
					received.add(next.body());
				}
			});
		}
		receivers.shutdown();
		assertTrue(receivers.awaitTermination(30, TimeUnit.SECONDS));
		assertEquals(50, received.size());
		assertEquals(50, Set.copyOf(received).size());
		assertEquals(0, QUEUE.count("many"));
	}

	@Test
	void whatIsAbandonedComesAgainInItsPlaceTenTimesAtMost() {
		HUB.create("abandon");
		QUEUE.send("abandon", "one").expect(204);
		QUEUE.send("abandon", "two").expect(204);
		for (int delivery = 0; delivery < 10; delivery++) {
			Reply received = QUEUE.receive("abandon");
			assertEquals("one", received.body());
			assertEquals(Integer.toString(delivery), received.header("iothub-deliverycount"));
			QUEUE.abandon("abandon", DeviceQueue.token(received)).expect(204);
		}
		assertEquals("two", QUEUE.receive("abandon").body());
		assertEquals(1, QUEUE.count("abandon"));
	}

	@Test
	void aLockRunsOutAndCountsNoDelivery() {
		HUB.create("lock");
		QUEUE.send("lock", "x").expect(204);
		String lost = DeviceQueue.token(QUEUE.receive("lock"));
		CLOCK.advance(Duration.ofSeconds(59));
		QUEUE.receive("lock").expect(204);
		CLOCK.advance(Duration.ofSeconds(1));
		Reply again = QUEUE.receive("lock");
		assertEquals("0", again.header("iothub-deliverycount"));
		assertNotEquals(lost, DeviceQueue.token(again));
		QUEUE.complete("lock", lost).expectError(412, "DeviceMessageLockLost");
		QUEUE.abandon("lock", lost).expectError(412, "DeviceMessageLockLost");
		QUEUE.complete("lock", DeviceQueue.token(again)).expect(204);
	}

	@ParameterizedTest
	@CsvSource({ "reject", "reject=", "reject=true" })
	void whatIsRejectedIsGone(String parameter) {
		String device = "reject" + parameter.length();
		HUB.create(device);
		QUEUE.send(device, "x").expect(204);
		String token = DeviceQueue.token(QUEUE.receive(device));
		QUEUE.reject(device, token, parameter).expect(204);
		QUEUE.reject(device, token, parameter).expectError(412, "DeviceMessageLockLost");
		QUEUE.receive(device).expect(204);
	}

	@Test
	void aMessageWaitsForAnHourUnlessItSaysOtherwise() {
		HUB.create("late");
		QUEUE.send("late", "hour").expect(204);
		QUEUE.send("late", "minute", "iothub-expiry", CLOCK.instant().plusSeconds(60).toString()).expect(204);
		QUEUE.send("late", "days", "iothub-expiry", CLOCK.instant().plus(Duration.ofDays(2)).toString()).expect(204);
		QUEUE.send("late", "past", "iothub-expiry", CLOCK.instant().minusSeconds(1).toString()).expect(204);
		QUEUE.send("late", "x", "iothub-expiry", CLOCK.instant().plus(Duration.ofDays(2)).plusSeconds(1).toString())
				.expectError(403, "InvalidMessageExpiryTime");
		assertEquals(3, QUEUE.count("late"));
		CLOCK.advance(Duration.ofSeconds(60));
		assertEquals(2, QUEUE.count("late"));
		CLOCK.advance(Duration.ofMinutes(59));
		assertEquals(1, QUEUE.count("late"));
		assertEquals("days", QUEUE.receive("late").body());
		QUEUE.receive("late").expect(204);
	}

	@Test
	void fiftyMessagesMayBePending() {
		HUB.create("full");
		for (int i = 0; i < 50; i++) {
			QUEUE.send("full", "m" + i).expect(204);
		}
		QUEUE.send("full", "x").expectError(403, "DeviceMaximumQueueDepthExceeded");
		assertEquals(50, QUEUE.count("full"));
		QUEUE.complete("full", DeviceQueue.token(QUEUE.receive("full"))).expect(204);
		QUEUE.send("full", "x").expect(204);
		assertEquals("{\"totalMessagesPurged\":50,\"deviceId\":\"full\",\"moduleId\":null}",
				HUB.call("DELETE", "/devices/full/commands", null).expect(200).body());
		assertEquals("{\"totalMessagesPurged\":0,\"deviceId\":\"full\",\"moduleId\":null}",
				HUB.call("DELETE", "/devices/full/commands", null).expect(200).body());
		QUEUE.receive("full").expect(204);
		HUB.call("DELETE", "/devices/nobody/commands", null).expectError(404, "DeviceNotFound");
	}

	@Test
	void aMessageHas64KilobytesWithItsProperties() {
		HUB.create("large");
		QUEUE.send("large", "x".repeat(64 * 1024)).expect(204);
		QUEUE.send("large", "x".repeat(64 * 1024 + 1)).expectError(413, "MessageTooLarge");
		QUEUE.send("large", "x".repeat(64 * 1024 - 5), "iothub-app-abc", "def").expectError(413, "MessageTooLarge");
		QUEUE.send("large", "x".repeat(64 * 1024 - 2), "iothub-messageid", "abc").expectError(413, "MessageTooLarge");
		assertEquals(64 * 1024, QUEUE.receive("large").body().length());
		QUEUE.receive("large").expect(204);
	}

	@ParameterizedTest
	@CsvSource({ "iothub-app-a,b\tc", "iothub-messageid,a b", "iothub-correlationid,a/b", "iothub-ack,always",
			"iothub-expiry,tomorrow" })
	void whatCannotBeIs400(String name, String value) {
		if (HUB.hub().deviceConnectionString("wrong") == null) {
			HUB.create("wrong");
		}
		QUEUE.send("wrong", "x", name, value).expectError(400, "ArgumentInvalid");
		assertEquals(0, QUEUE.count("wrong"));
	}

	@Test
	void receivingIsAnActivityOfADeviceThatIsNotConnected() {
		HUB.create("active");
		QUEUE.send("active", "x").expect(204);
		assertTrue(HUB.call("GET", "/devices/active", null).json().get("lastActivityTime").getAsString().startsWith("0001"));
		QUEUE.receive("active").expect(200);
		Reply device = HUB.call("GET", "/devices/active", null);
		assertFalse(device.json().get("lastActivityTime").getAsString().startsWith("0001"));
		assertEquals("Disconnected", device.json().get("connectionState").getAsString());
		assertEquals(1, device.json().get("cloudToDeviceMessageCount").getAsInt());
	}

	@Test
	void aDeletedDeviceHasNoQueueAnyMore() {
		HUB.create("gone");
		QUEUE.send("gone", "x").expect(204);
		HUB.call("DELETE", "/devices/gone", null, "If-Match", "*").expect(204);
		HUB.create("gone");
		assertEquals(0, QUEUE.count("gone"));
		QUEUE.receive("gone").expect(204);
	}
}
