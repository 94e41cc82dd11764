// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.localhub.HubLimits;
import iothubtools.localhub.ReceivedMessage;

/** Device-to-cloud messages over HTTPS (contract §3.12, §6, §7.1). */
class DeviceToCloudTest {

	private static final int LIMIT = 256 * 1024;

	@TempDir
	static Path data;
	private static TestHub hub;

	@BeforeAll
	static void start() throws Exception {
		hub = TestHub.start(data, settings -> settings.withLimits(new HubLimits(100, 1000, 5)));
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static Reply send(String device, String body, String... headers) {
		return hub.callAs(hub.deviceToken(device), "POST", "/devices/" + device + "/messages/events" + TestHub.VERSION, body,
				headers);
	}

	@Test
	void aMessageIsKeptWithAllThatItCarries() {
		String generation = hub.create("sender").json().get("generationId").getAsString();
		Instant before = Instant.now();
		assertEquals("", send("sender", "{\"t\":20.5}", "iothub-messageid", "m-1", "iothub-correlationid", "c-1",
				"iothub-userid", "u", "iothub-to", "/devices/sender/messages/events", "iothub-contenttype",
				"application/json", "iothub-contentencoding", "utf-8", "iothub-creation-time-utc", "2026-01-02T03:04:05Z",
				"iothub-app-Site", "A!#$%&'*+-.^_~`|", "iothub-app-empty", "").expect(204).body());
		ReceivedMessage message = hub.hub.receivedMessages("sender").get(0);
		assertArrayEquals("{\"t\":20.5}".getBytes(StandardCharsets.UTF_8), message.body());
		assertEquals(Map.of("message-id", "m-1", "correlation-id", "c-1", "user-id", "u", "to",
				"/devices/sender/messages/events", "content-type", "application/json", "content-encoding", "utf-8",
				"iothub-creation-time-utc", "2026-01-02T03:04:05Z"), message.properties());
		assertEquals(Map.of("Site", "A!#$%&'*+-.^_~`|", "empty", ""), message.applicationProperties());
		Map<String, String> annotations = message.annotations();
		assertEquals("sender", annotations.get("iothub-connection-device-id"));
		assertEquals(generation, annotations.get("iothub-connection-auth-generation-id"));
		assertEquals("Telemetry", annotations.get("iothub-message-source"));
		assertEquals("{\"scope\":\"device\",\"type\":\"sas\",\"issuer\":\"iothub\",\"acceptingIpFilterRule\":null}",
				annotations.get("iothub-connection-auth-method"));
		assertTrue(Duration.between(before, message.enqueuedTime()).abs().compareTo(Duration.ofMinutes(1)) < 0);
		assertTrue(annotations.get("iothub-enqueuedtime").endsWith("Z"));
		assertEquals(Long.toString(message.sequenceNumber()), annotations.get("x-opt-sequence-number"));
	}

	@Test
	void aPolicyMaySendForADevice() {
		hub.create("byPolicy");
		hub.callAs(hub.token("device"), "POST", "/devices/byPolicy/messages/Events/" + TestHub.VERSION, "x").expect(204);
		String method = hub.hub.receivedMessages("byPolicy").get(0).annotations().get("iothub-connection-auth-method");
		assertTrue(method.contains("\"scope\":\"hub\""), method);
		hub.callAs(hub.token("device"), "POST", "/devices/nobody/messages/events" + TestHub.VERSION, "x")
				.expectError(404, "DeviceNotFound");
	}

	@Test
	void sendingIsAnActivityButNoConnectionAndNoNewEtag() {
		String etag = hub.create("active").json().get("etag").getAsString();
		send("active", "x").expect(204);
		Reply device = hub.call("GET", "/devices/active", null);
		assertNotEquals("0001-01-01T00:00:00Z", device.json().get("lastActivityTime").getAsString());
		assertEquals("Disconnected", device.json().get("connectionState").getAsString());
		assertEquals(etag, device.json().get("etag").getAsString());
	}

	@Test
	void theNewestMessagesOfEachDeviceAreKept() {
		hub.create("chatty");
		hub.create("chatty0");
		send("chatty0", "other").expect(204);
		for (int i = 1; i <= 8; i++) {
			send("chatty", "m" + i).expect(204);
		}
		List<String> bodies = hub.hub.receivedMessages("chatty").stream().map(message -> new String(message.body())).toList();
		assertEquals(List.of("m4", "m5", "m6", "m7", "m8"), bodies);
		assertEquals(1, hub.hub.receivedMessages("chatty0").size());
		hub.call("DELETE", "/devices/chatty", null, "If-Match", "*").expect(204);
		assertEquals(List.of(), hub.hub.receivedMessages("chatty"));
		assertEquals(1, hub.hub.receivedMessages("chatty0").size());
	}

	@Test
	void aMessageHas256KilobytesWithItsProperties() {
		hub.create("large");
		send("large", "x".repeat(LIMIT)).expect(204);
		send("large", "x".repeat(LIMIT + 1)).expectError(413, "MessageTooLarge");
		send("large", "x".repeat(LIMIT - 6), "iothub-app-abc", "def").expect(204);
		send("large", "x".repeat(LIMIT - 5), "iothub-app-abc", "def").expectError(413, "MessageTooLarge");
		send("large", "x".repeat(LIMIT - 2), "iothub-messageid", "abc").expectError(413, "MessageTooLarge");
		assertEquals(2, hub.hub.receivedMessages("large").size());
	}

	@Test
	void anEmptyMessageIsAMessage() {
		hub.create("empty");
		send("empty", "").expect(204);
		assertEquals(0, hub.hub.receivedMessages("empty").get(0).body().length);
	}

	@ParameterizedTest
	@CsvSource({ "iothub-app-a,b c", "iothub-app-a,b/c", "iothub-app-a,b:c", "iothub-app-a,b=c", "iothub-app-a,\"b\"",
			"iothub-messageid,a b", "iothub-messageid,a/b", "iothub-correlationid,a&b" })
	void whatIsNotSafeInAHeaderIs400(String name, String value) {
		if (hub.hub.deviceConnectionString("unsafe") == null) {
			hub.create("unsafe");
		}
		send("unsafe", "x", name, value).expectError(400, "ArgumentInvalid");
		assertEquals(List.of(), hub.hub.receivedMessages("unsafe"));
	}

	@Test
	void aPropertyMayBeThereOnce() {
		hub.create("twice");
		send("twice", "x", "iothub-app-a", "1", "iothub-app-a", "2").expectError(400, "ArgumentInvalid");
		send("twice", "x", "iothub-messageid", "m".repeat(128)).expect(204);
		send("twice", "x", "iothub-messageid", "m".repeat(129)).expectError(400, "ArgumentInvalid");
	}

	@Test
	void batchesAreNotBuiltYet() {
		hub.create("batch");
		send("batch", "[]", "Content-Type", "application/vnd.microsoft.iothub.json").expectError(501, "NotImplemented");
	}
}
