// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.localhub.messages.ReceivedMessage;
import iothubtools.localhub.settings.HubLimits;

/** Device-to-cloud messages over HTTPS (contract §3.12, §6, §7.1). */
class DeviceToCloudTest {

	private static final int LIMIT = 256 * 1024;

	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withLimits(HubLimits.DEFAULT.withKeptMessages(5)));

	private static Reply send(String device, String body, String... headers) {
		return HUB.callAs(HUB.deviceToken(device), "POST", "/devices/" + device + "/messages/events" + TestHub.VERSION, body,
				headers);
	}

	@Test
	void aMessageIsKeptWithAllThatItCarries() {
		String generation = HUB.create("sender").json().get("generationId").getAsString();
		Instant before = Instant.now();
		assertEquals("", send("sender", "{\"t\":20.5}", "iothub-messageid", "m-1", "iothub-correlationid", "c-1",
				"iothub-userid", "u", "iothub-to", "/devices/sender/messages/events", "iothub-contenttype",
				"application/json", "iothub-contentencoding", "utf-8", "iothub-creation-time-utc", "2026-01-02T03:04:05Z",
				"dt-subject", "thermostat1", "iothub-interface-id",
				"urn:x", "iothub-app-Site", "A!#$%&'*+-.^_~`|", "iothub-app-empty", "").expect(204).body());
		ReceivedMessage message = HUB.hub().receivedMessages("sender").get(0);
		assertArrayEquals("{\"t\":20.5}".getBytes(StandardCharsets.UTF_8), message.body());
		assertEquals(Map.of("message-id", "m-1", "correlation-id", "c-1", "user-id", "u", "to",
				"/devices/sender/messages/events", "content-type", "application/json", "content-encoding", "utf-8"),
				message.properties());
		assertEquals(Map.of("Site", "A!#$%&'*+-.^_~`|", "empty", "", "iothub-creation-time-utc", "2026-01-02T03:04:05Z"),
				message.applicationProperties());
		assertNull(message.moduleId());
		Map<String, String> annotations = message.annotations();
		assertEquals("sender", annotations.get("iothub-connection-device-id"));
		assertEquals(generation, annotations.get("iothub-connection-auth-generation-id"));
		assertEquals("thermostat1", annotations.get("dt-subject"));
		assertEquals("urn:x", annotations.get("iothub-interface-id"));
		assertEquals("Telemetry", annotations.get("iothub-message-source"));
		assertEquals("{\"scope\":\"device\",\"type\":\"sas\",\"issuer\":\"iothub\",\"acceptingIpFilterRule\":null}",
				annotations.get("iothub-connection-auth-method"));
		assertTrue(Duration.between(before, message.enqueuedTime()).abs().compareTo(Duration.ofMinutes(1)) < 0);
		assertTrue(annotations.get("iothub-enqueuedtime").endsWith("Z"));
		assertEquals(Long.toString(message.sequenceNumber()), annotations.get("x-opt-sequence-number"));
	}

	@Test
	void aPolicyMaySendForADevice() {
		HUB.create("byPolicy");
		HUB.callAs(HUB.token("device"), "POST", "/devices/byPolicy/messages/Events/" + TestHub.VERSION, "x").expect(204);
		String method = HUB.hub().receivedMessages("byPolicy").get(0).annotations().get("iothub-connection-auth-method");
		assertTrue(method.contains("\"scope\":\"hub\""), method);
		HUB.callAs(HUB.token("device"), "POST", "/devices/nobody/messages/events" + TestHub.VERSION, "x")
				.expectError(404, "DeviceNotFound");
	}

	@Test
	void sendingIsAnActivityButNoConnectionAndNoNewEtag() {
		String etag = HUB.create("active").json().get("etag").getAsString();
		send("active", "x").expect(204);
		Reply device = HUB.call("GET", "/devices/active", null);
		assertNotEquals("0001-01-01T00:00:00Z", device.json().get("lastActivityTime").getAsString());
		assertEquals("Disconnected", device.json().get("connectionState").getAsString());
		assertEquals(etag, device.json().get("etag").getAsString());
	}

	@Test
	void theNewestMessagesOfEachDeviceAreKept() {
		HUB.create("chatty");
		HUB.create("chatty0");
		send("chatty0", "other").expect(204);
		for (int i = 1; i <= 8; i++) {
			send("chatty", "m" + i).expect(204);
		}
		List<String> bodies = HUB.hub().receivedMessages("chatty").stream().map(message -> new String(message.body())).toList();
		assertEquals(List.of("m4", "m5", "m6", "m7", "m8"), bodies);
		assertEquals(1, HUB.hub().receivedMessages("chatty0").size());
		HUB.call("DELETE", "/devices/chatty", null, "If-Match", "*").expect(204);
		assertEquals(List.of(), HUB.hub().receivedMessages("chatty"));
		assertEquals(1, HUB.hub().receivedMessages("chatty0").size());
	}

	@Test
	void roomForMessagesOfAllDevicesIsBounded(@TempDir Path directory) throws Exception {
		HubLimits small = new HubLimits(100, 1000, 1000, 100_000);
		long kept;
		try (TestHub own = TestHub.start(directory, settings -> settings.withLimits(small))) {
			own.create("first");
			own.create("second");
			own.callAs(own.token("device"), "POST", "/devices/first/messages/events" + TestHub.VERSION, "old").expect(204);
			for (int i = 0; i < 120; i++) {
				own.callAs(own.token("device"), "POST", "/devices/second/messages/events" + TestHub.VERSION,
						"x".repeat(1000)).expect(204);
			}
			assertEquals(List.of(), own.hub().receivedMessages("first"), "the oldest message of all goes first");
			List<ReceivedMessage> newest = own.hub().receivedMessages("second");
			kept = newest.size();
			assertTrue(kept > 30 && kept < 100, kept + " kept");
			assertEquals(120, newest.get(newest.size() - 1).sequenceNumber());
		}
		try (TestHub own = TestHub.start(directory, settings -> settings.withLimits(small))) {
			assertEquals(kept, own.hub().receivedMessages("second").size());
			own.callAs(own.token("device"), "POST", "/devices/second/messages/events" + TestHub.VERSION,
					"x".repeat(1000)).expect(204);
			List<ReceivedMessage> newest = own.hub().receivedMessages("second");
			assertEquals(kept, newest.size(), "what was there before the restart counts");
			assertEquals(121, newest.get(newest.size() - 1).sequenceNumber());
		}
	}

	@Test
	void aMessageHas256KilobytesWithItsProperties() {
		HUB.create("large");
		send("large", "x".repeat(LIMIT)).expect(204);
		send("large", "x".repeat(LIMIT + 1)).expectError(413, "MessageTooLarge");
		send("large", "x".repeat(LIMIT - 6), "iothub-app-abc", "def").expect(204);
		send("large", "x".repeat(LIMIT - 5), "iothub-app-abc", "def").expectError(413, "MessageTooLarge");
		send("large", "x".repeat(LIMIT - 2), "iothub-messageid", "abc").expectError(413, "MessageTooLarge");
		assertEquals(2, HUB.hub().receivedMessages("large").size());
	}

	@Test
	void anEmptyMessageIsAMessage() {
		HUB.create("empty");
		send("empty", "").expect(204);
		assertEquals(0, HUB.hub().receivedMessages("empty").get(0).body().length);
	}

	@ParameterizedTest
	@ValueSource(strings = { "b c", "b/c", "b:c", "b=c", "\"b\"", "2026-01-02T03:04:05Z", "(){}[]<>@,;\\?", "!#$%&'*+-.^_~`|", "a%20b", "" })
	void aValueMayHaveWhateverAHeaderMay(String value) {
		if (HUB.hub().deviceConnectionString("values") == null) {
			HUB.create("values");
		}
		send("values", "x", "iothub-app-a", value).expect(204);
		List<ReceivedMessage> messages = HUB.hub().receivedMessages("values");
		assertEquals(Map.of("a", value), messages.get(messages.size() - 1).applicationProperties());
	}

	@ParameterizedTest
	@CsvSource({ "iothub-app-a,b\tc", "iothub-app-,b", "iothub-messageid,a b", "iothub-messageid,a/b", "iothub-correlationid,a&b" })
	void whatIsNotSafeInAHeaderIs400(String name, String value) {
		if (HUB.hub().deviceConnectionString("unsafe") == null) {
			HUB.create("unsafe");
		}
		send("unsafe", "x", name, value).expectError(400, "ArgumentInvalid");
		assertEquals(List.of(), HUB.hub().receivedMessages("unsafe"));
	}

	@Test
	void aPropertyMayBeThereOnce() {
		HUB.create("twice");
		send("twice", "x", "iothub-app-a", "1", "iothub-app-a", "2").expectError(400, "ArgumentInvalid");
		send("twice", "x", "iothub-messageid", "m".repeat(128)).expect(204);
		send("twice", "x", "iothub-messageid", "m".repeat(129)).expectError(400, "ArgumentInvalid");
	}
}
