// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.localhub.messages.ReceivedMessage;

/** Batches of device-to-cloud messages over HTTPS (contract §3.12). */
class MessageBatchTest {

	private static final int LIMIT = 256 * 1024;

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	private static Reply send(String device, String batch) {
		if (HUB.hub().deviceConnectionString(device) == null) {
			HUB.create(device);
		}
		return HUB.callAs(HUB.deviceToken(device), "POST", "/devices/" + device + "/messages/events" + TestHub.VERSION,
				batch, "Content-Type", "application/vnd.microsoft.iothub.json; charset=utf-8");
	}

	private static String text(ReceivedMessage message) {
		return new String(message.body(), StandardCharsets.UTF_8);
	}

	@Test
	void allMessagesAreKeptInTheirOrder() {
		assertEquals("", send("sender", """
				[{"body":"aGVsbG8=","base64Encoded":true,"properties":{"iothub-app-k":"v","iothub-messageid":"1",
				  "iothub-app-iothub-creation-time-utc":"2026-01-02T03:04:05Z"}},
				 {"body":"plain ä","base64Encoded":false,"properties":{"iothub-contenttype":"text/plain"}},
				 {"body":"aGVsbG8="},
				 {"body":"","base64Encoded":null}]""").expect(204).body());
		List<ReceivedMessage> messages = HUB.hub().receivedMessages("sender");
		assertEquals(List.of("hello", "plain ä", "hello", ""), messages.stream().map(MessageBatchTest::text).toList());
		assertEquals(Map.of("message-id", "1"), messages.get(0).properties());
		assertEquals(Map.of("k", "v", "iothub-creation-time-utc", "2026-01-02T03:04:05Z"),
				messages.get(0).applicationProperties());
		assertEquals(Map.of("content-type", "text/plain"), messages.get(1).properties());
		assertEquals(messages.get(0).sequenceNumber() + 3, messages.get(3).sequenceNumber());
	}

	@Test
	void namesOfMembersMayBeInAnyCase() {
		send("cases", "[{\"Body\":\"plain\",\"Base64Encoded\":false,\"Properties\":{\"IoTHub-App-K\":\"v\"}}]").expect(204);
		ReceivedMessage message = HUB.hub().receivedMessages("cases").get(0);
		assertEquals("plain", text(message));
		assertEquals(Map.of("K", "v"), message.applicationProperties());
	}

	@Test
	void aBatchHas256Kilobytes() {
		String frame = "[{\"body\":\"\",\"base64Encoded\":false}]";
		String largest = frame.replace("\"\"", '"' + "x".repeat(LIMIT - frame.length()) + '"');
		send("large", largest).expect(204);
		send("large", largest + ' ').expectError(413, "MessageTooLarge");
		assertEquals(1, HUB.hub().receivedMessages("large").size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "[1]", "[{}]", "[null]", "[{\"body\":1}]", "[{\"body\":\"*\"}]", "[{\"body\":\"\"}",
			"[{\"body\":\"\",\"properties\":[]}]", "[{\"body\":\"\",\"properties\":{\"iothub-app-a\":{}}}]",
			"[{\"body\":\"\",\"properties\":{\"iothub-app-a\":\"é\"}}]", "[{\"body\":\"\",\"properties\":{\"iothub-app-a b\":\"c\"}}]", "[{\"body\":\"\",\"properties\":{\"iothub-messageid\":\"a/b\"}}]",
			"[{\"body\":\"\",\"base64Encoded\":\"no\"}]", "[{\"body\":\"\"},{\"body\":\"*\"}]" })
	void whatIsNoBatchIs400AndNothingOfItIsKept(String batch) {
		send("wrong", batch).expectError(400, "ArgumentInvalid");
		assertEquals(List.of(), HUB.hub().receivedMessages("wrong"));
	}
}
