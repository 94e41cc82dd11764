// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import iothubtools.client.SendReceipt;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.messages.MessageBatch;
import iothubtools.client.tests.server.Response;

/** Device-to-cloud messages in batches, contract §3.12. */
class MessageBatchTest {

	private final HubFixture fixture = new HubFixture();

	@Test
	void sendsABatchAsOneRequest() throws IOException, HubException {
		DeviceMessage first = DeviceMessage.builder().body("hello".getBytes(StandardCharsets.UTF_8)).messageId("1")
				.correlationId("c").contentType("text/plain").contentEncoding("utf-8").property("k", "v'").build();
		List<MessageBatch> batches = MessageBatch.split(List.of(first, DeviceMessage.builder().build()));
		assertEquals(1, batches.size());
		HubFixture.Answer<SendReceipt> answer = fixture.call(
				hub -> hub.device("d", TestKeys.KEY).send(batches.get(0)), Response.empty(204, "x-ms-request-id", "r"));

		assertEquals("POST /devices/d/messages/events", answer.line());
		assertEquals("application/vnd.microsoft.iothub.json", answer.request().header("Content-Type"));
		assertEquals("""
				[{"body":"aGVsbG8=","base64Encoded":true,"properties":{"iothub-messageid":"1","iothub-correlationid":"c",\
				"iothub-contenttype":"text/plain","iothub-contentencoding":"utf-8","iothub-app-k":"v'"}},\
				{"body":"","base64Encoded":true,"properties":{}}]""", answer.request().text());
		assertEquals("r", answer.result().requestId());
	}

	@Test
	void makesBatchesAsLargeAsTheyMayBe() {
		List<DeviceMessage> messages = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			messages.add(DeviceMessage.builder().body(new byte[1000 + i % 7]).messageId("m-" + i).build());
		}
		List<MessageBatch> batches = MessageBatch.split(messages);

		assertEquals(messages, batches.stream().flatMap(batch -> batch.messages().stream()).toList());
		for (MessageBatch batch : batches.subList(0, batches.size() - 1)) {
			int size = batch.json().length();
			assertTrue(size <= MessageBatch.MAX_SIZE && size > MessageBatch.MAX_SIZE - 1500, "size " + size);
		}
		assertEquals(List.of(), MessageBatch.split(List.of()));
	}

	@Test
	void fillsABatchToTheLastByte() {
		int rest = MessageBatch.MAX_SIZE - MessageBatch.split(List.of(message(0))).get(0).json().length();
		// base64 grows by 4 characters for 3 bytes
		int body = rest / 4 * 3;
		assertTrue(MessageBatch.split(List.of(message(body))).get(0).json().length() > MessageBatch.MAX_SIZE - 4);
		assertThrows(InvalidInputException.class, () -> MessageBatch.split(List.of(message(body + 3))));
	}

	@Test
	void refusesAMessageTheHubWouldRefuse() {
		DeviceMessage message = DeviceMessage.builder().property("a b", "").build();
		assertEquals("message",
				assertThrows(InvalidInputException.class, () -> MessageBatch.split(List.of(message))).field());
	}

	@Test
	void sendsAsAModule() throws IOException, HubException {
		HubFixture.Answer<SendReceipt> answer = fixture.call(
				hub -> hub.module("d", "m/1", TestKeys.KEY).send(DeviceMessage.builder().build()), Response.empty(204));

		assertEquals("POST /devices/d/modules/m%2F1/messages/events", answer.line());
		assertTrue(answer.request().header("Authorization")
				.startsWith("SharedAccessSignature sr=127.0.0.1%2Fdevices%2Fd%2Fmodules%2Fm%252F1&sig="));
	}

	private static DeviceMessage message(int size) {
		return DeviceMessage.builder().body(new byte[size]).build();
	}
}
