// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.tests.support.time.SettableClock;

/** Cloud-to-device messages: the queue, and the device that fetches them over HTTPS (contract §§3.7, 3.12). */
class CloudToDeviceTest {

	private static final String BOUND = "/messages/deviceBound";

	private static final SettableClock CLOCK = new SettableClock();
	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withClock(CLOCK));

	private static Reply send(String device, String body, String... headers) {
		return HUB.call("POST", "/localhub/devices/" + device + BOUND, body, headers);
	}

	private static Reply receive(String device) {
		return HUB.callAsDevice(device, "GET", BOUND, null);
	}

	private static String token(Reply received) {
		String etag = received.expect(200).header("ETag");
		assertTrue(etag.matches("\"[^\"]+\""), etag);
		return etag.substring(1, etag.length() - 1);
	}

	private static Reply complete(String device, String token) {
		return HUB.callAsDevice(device, "DELETE", BOUND + '/' + token, null, "If-Match", token);
	}

	private static Reply reject(String device, String token, String parameter) {
		return HUB.callAs(HUB.deviceToken(device), "DELETE",
				"/devices/" + device + BOUND + '/' + token + TestHub.VERSION + '&' + parameter, null);
	}

	private static Reply abandon(String device, String token) {
		return HUB.callAsDevice(device, "POST", BOUND + '/' + token + "/abandon", "x");
	}

	private static int count(String device) {
		return HUB.call("GET", "/twins/" + device, null).expect(200).json().get("cloudToDeviceMessageCount").getAsInt();
	}

	@Test
	void aMessageArrivesWithAllThatItCarries() {
		HUB.create("all");
		Instant expiry = CLOCK.instant().plus(Duration.ofMinutes(5));
		assertEquals("", send("all", "{\"on\":true}", "iothub-messageid", "m-1", "iothub-correlationid", "c-1",
				"iothub-userid", "operator", "iothub-expiry", expiry.toString(), "iothub-ack", "Full", "iothub-contenttype",
				"application/json", "iothub-contentencoding", "utf-8", "iothub-app-Site", "A!#$%&'*+-.^_~`|",
				"iothub-app-empty", "").expect(204).body());
		Reply received = HUB.callAsDevice("all", "GET", "/messages/DEVICEBOUND/", null, "IotHub-MessageLockTimeout", "60");
		token(received);
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
		receive("order").expect(204);
		send("order", "first").expect(204);
		send("order", "second").expect(204);
		assertEquals(2, count("order"));
		Reply first = receive("order");
		Reply second = receive("order");
		assertEquals("first", first.body());
		assertEquals("second", second.body());
		assertEquals(1 + Long.parseLong(first.header("iothub-sequencenumber")),
				Long.parseLong(second.header("iothub-sequencenumber")));
		assertEquals("none", first.header("iothub-ack"));
		assertTrue(first.has("iothub-messageid") && first.header("iothub-messageid").isEmpty());
		assertTrue(first.has("iothub-expiry") && first.header("iothub-expiry").isEmpty());
		receive("order").expect(204);
		assertEquals(2, count("order"), "locked messages count too");
		complete("order", token(first)).expect(204);
		complete("order", token(second)).expect(204);
		assertEquals(0, count("order"));
		complete("order", token(first)).expectError(412, "DeviceMessageLockLost");
	}

	@Test
	void ofManyReceiversEachMessageGoesToOne() throws Exception {
		HUB.create("many");
		for (int i = 0; i < 50; i++) {
			send("many", "m" + i).expect(204);
		}
		Queue<String> received = new ConcurrentLinkedQueue<>();
		ExecutorService receivers = Executors.newFixedThreadPool(8);
		for (int receiver = 0; receiver < 8; receiver++) {
			receivers.execute(() -> {
				for (Reply next = receive("many"); next.status() == 200; next = receive("many")) {
					complete("many", token(next)).expect(204);
					received.add(next.body());
				}
			});
		}
		receivers.shutdown();
		assertTrue(receivers.awaitTermination(30, TimeUnit.SECONDS));
		assertEquals(50, received.size());
		assertEquals(50, Set.copyOf(received).size());
		assertEquals(0, count("many"));
	}

	@Test
	void whatIsAbandonedComesAgainInItsPlaceTenTimesAtMost() {
		HUB.create("abandon");
		send("abandon", "one").expect(204);
		send("abandon", "two").expect(204);
		for (int delivery = 0; delivery < 10; delivery++) {
			Reply received = receive("abandon");
			assertEquals("one", received.body());
			assertEquals(Integer.toString(delivery), received.header("iothub-deliverycount"));
			abandon("abandon", token(received)).expect(204);
		}
		assertEquals("two", receive("abandon").body());
		assertEquals(1, count("abandon"));
	}

	@Test
	void aLockRunsOutAndCountsNoDelivery() {
		HUB.create("lock");
		send("lock", "x").expect(204);
		String lost = token(receive("lock"));
		CLOCK.advance(Duration.ofSeconds(59));
		receive("lock").expect(204);
		CLOCK.advance(Duration.ofSeconds(1));
		Reply again = receive("lock");
		assertEquals("0", again.header("iothub-deliverycount"));
		assertNotEquals(lost, token(again));
		complete("lock", lost).expectError(412, "DeviceMessageLockLost");
		abandon("lock", lost).expectError(412, "DeviceMessageLockLost");
		complete("lock", token(again)).expect(204);
	}

	@ParameterizedTest
	@CsvSource({ "reject", "reject=", "reject=true" })
	void whatIsRejectedIsGone(String parameter) {
		String device = "reject" + parameter.length();
		HUB.create(device);
		send(device, "x").expect(204);
		String token = token(receive(device));
		reject(device, token, parameter).expect(204);
		reject(device, token, parameter).expectError(412, "DeviceMessageLockLost");
		receive(device).expect(204);
	}

	@Test
	void aMessageWaitsForAnHourUnlessItSaysOtherwise() {
		HUB.create("late");
		send("late", "hour").expect(204);
		send("late", "minute", "iothub-expiry", CLOCK.instant().plusSeconds(60).toString()).expect(204);
		send("late", "days", "iothub-expiry", CLOCK.instant().plus(Duration.ofDays(2)).toString()).expect(204);
		send("late", "past", "iothub-expiry", CLOCK.instant().minusSeconds(1).toString()).expect(204);
		send("late", "x", "iothub-expiry", CLOCK.instant().plus(Duration.ofDays(2)).plusSeconds(1).toString())
				.expectError(403, "InvalidMessageExpiryTime");
		assertEquals(3, count("late"));
		CLOCK.advance(Duration.ofSeconds(60));
		assertEquals(2, count("late"));
		CLOCK.advance(Duration.ofMinutes(59));
		assertEquals(1, count("late"));
		assertEquals("days", receive("late").body());
		receive("late").expect(204);
	}

	@Test
	void fiftyMessagesMayBePending() {
		HUB.create("full");
		for (int i = 0; i < 50; i++) {
			send("full", "m" + i).expect(204);
		}
		send("full", "x").expectError(403, "DeviceMaximumQueueDepthExceeded");
		assertEquals(50, count("full"));
		complete("full", token(receive("full"))).expect(204);
		send("full", "x").expect(204);
		assertEquals("{\"totalMessagesPurged\":50,\"deviceId\":\"full\",\"moduleId\":null}",
				HUB.call("DELETE", "/devices/full/commands", null).expect(200).body());
		assertEquals("{\"totalMessagesPurged\":0,\"deviceId\":\"full\",\"moduleId\":null}",
				HUB.call("DELETE", "/devices/full/commands", null).expect(200).body());
		receive("full").expect(204);
		HUB.call("DELETE", "/devices/nobody/commands", null).expectError(404, "DeviceNotFound");
	}

	@Test
	void aMessageHas64KilobytesWithItsProperties() {
		HUB.create("large");
		send("large", "x".repeat(64 * 1024)).expect(204);
		send("large", "x".repeat(64 * 1024 + 1)).expectError(413, "MessageTooLarge");
		send("large", "x".repeat(64 * 1024 - 5), "iothub-app-abc", "def").expectError(413, "MessageTooLarge");
		send("large", "x".repeat(64 * 1024 - 2), "iothub-messageid", "abc").expectError(413, "MessageTooLarge");
		assertEquals(64 * 1024, receive("large").body().length());
		receive("large").expect(204);
	}

	@ParameterizedTest
	@CsvSource({ "iothub-app-a,b\tc", "iothub-messageid,a b", "iothub-correlationid,a/b", "iothub-ack,always",
			"iothub-expiry,tomorrow" })
	void whatCannotBeIs400(String name, String value) {
		if (HUB.hub().deviceConnectionString("wrong") == null) {
			HUB.create("wrong");
		}
		send("wrong", "x", name, value).expectError(400, "ArgumentInvalid");
		assertEquals(0, count("wrong"));
	}

	/** IoT Explorer as it is since 2022: the whole path encoded, and an encoding that says nothing. */
	@Test
	void theServiceSideMaySendAtTheDevicesOwnPath() {
		HUB.create("explored");
		String target = "/devices%2Fexplored%2Fmessages%2FdeviceBound?api-version=2020-06-30-preview";
		Reply sent = HUB.callAs(HUB.token("iothubowner"), "POST", target, "hello", "Content-Type", "application/json", "Content-Encoding", "utf-8",
				"iothub-app-room", "4 b/c:d");
		assertEquals("", sent.expect(204).body());
		Reply received = receive("explored").expect(200);
		assertEquals("hello", received.body());
		assertEquals("4 b/c:d", received.header("iothub-app-room"));
		HUB.callAs(HUB.token("service"), "POST", target, "x").expect(204);
		for (String other : List.of(HUB.token("device"), HUB.deviceToken("explored"), HUB.token("registryReadWrite"))) {
			HUB.callAs(other, "POST", target, "x").expectError(401, "IotHubUnauthorizedAccess");
		}
		HUB.call("POST", "/devices/nobody" + BOUND, "x").expectError(404, "DeviceNotFound");
		HUB.call("POST", "/devices/explored" + BOUND, "x", "iothub-expiry", "tomorrow").expectError(400, "ArgumentInvalid");
	}

	/** As a tool of Azure notes of the service in 2026. */
	@Test
	void aHubMayBeToldToTakeNoMessagesOverHttp(@TempDir Path strict) throws Exception {
		try (TestHub other = TestHub.start(strict, settings -> settings.withHttpMessages(false))) {
			other.create("d");
			other.call("POST", "/devices/d" + BOUND, "x").expectError(404, "GenericNotFound");
			other.call("GET", "/messages/serviceBound/feedback", null).expectError(400, "ArgumentInvalid");
			other.callAs(other.token("device"), "GET", "/messages/serviceBound/feedback" + TestHub.VERSION, null).expectError(401,
					"IotHubUnauthorizedAccess");
			other.call("POST", "/localhub/devices/d" + BOUND, "y").expect(204);
			assertEquals("y", other.callAsDevice("d", "GET", BOUND, null).expect(200).body());
		}
	}

	@Test
	void theProgramHasItAsAnOption(@TempDir Path strict) throws Exception {
		try (ForkedHub forked = ForkedHub.start("--port", "0", "--data", strict.toString(), "--no-http-messages")) {
			assertEquals("of the service side are not taken over HTTP", forked.printed("Messages:"));
		}
	}

	@Test
	void onlyTheDeviceReceivesAndOnlyTheServiceSends() {
		HUB.create("mine");
		HUB.create("other");
		send("mine", "x").expect(204);
		String path = "/devices/mine" + BOUND;
		HUB.callAs(HUB.deviceToken("other"), "GET", path + TestHub.VERSION, null).expectError(401,
				"IotHubUnauthorizedAccess");
		HUB.callAs(HUB.token("service"), "GET", path + TestHub.VERSION, null).expectError(401, "IotHubUnauthorizedAccess");
		HUB.callAs(HUB.token("device"), "POST", "/localhub" + path + TestHub.VERSION, "x").expectError(401,
				"IotHubUnauthorizedAccess");
		HUB.callAs(HUB.deviceToken("mine"), "POST", "/localhub" + path + TestHub.VERSION, "x").expectError(401,
				"IotHubUnauthorizedAccess");
		HUB.callAs(HUB.token("registryReadWrite"), "DELETE", "/devices/mine/commands" + TestHub.VERSION, null)
				.expectError(401, "IotHubUnauthorizedAccess");
		assertEquals("x", HUB.callAs(HUB.token("device"), "GET", path + TestHub.VERSION, null).expect(200).body());
		send("nobody", "x").expectError(404, "DeviceNotFound");
		HUB.callAs(HUB.token("device"), "GET", "/devices/nobody" + BOUND + TestHub.VERSION, null).expectError(404,
				"DeviceNotFound");
	}

	@Test
	void oneDevicesTokenIsNoneOfAnothers() {
		HUB.create("left");
		HUB.create("right");
		send("left", "x").expect(204);
		String token = token(receive("left"));
		complete("right", token).expectError(412, "DeviceMessageLockLost");
		complete("left", token).expect(204);
	}

	@Test
	void receivingIsAnActivityOfADeviceThatIsNotConnected() {
		HUB.create("active");
		send("active", "x").expect(204);
		assertTrue(HUB.call("GET", "/devices/active", null).json().get("lastActivityTime").getAsString().startsWith("0001"));
		receive("active").expect(200);
		Reply device = HUB.call("GET", "/devices/active", null);
		assertFalse(device.json().get("lastActivityTime").getAsString().startsWith("0001"));
		assertEquals("Disconnected", device.json().get("connectionState").getAsString());
		assertEquals(1, device.json().get("cloudToDeviceMessageCount").getAsInt());
	}

	@Test
	void aDeletedDeviceHasNoQueueAnyMore() {
		HUB.create("gone");
		send("gone", "x").expect(204);
		HUB.call("DELETE", "/devices/gone", null, "If-Match", "*").expect(204);
		HUB.create("gone");
		assertEquals(0, count("gone"));
		receive("gone").expect(204);
	}

	@Test
	void modulesReceiveNothingOverHttp() {
		HUB.create("parent");
		HUB.callAsDevice("parent", "GET", "/modules/m" + BOUND, null).expectError(404, "GenericNotFound");
		send("parent/modules/m", "x").expectError(404, "ModuleNotFound");
	}
}
