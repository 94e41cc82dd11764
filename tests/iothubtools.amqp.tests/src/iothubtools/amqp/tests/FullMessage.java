// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.FeedbackMode;
import iothubtools.client.commands.Payload;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.names.ClientId;

/** A message to a device that says all that one can. */
final class FullMessage {

	private FullMessage() {
	}

	/** One to this device. */
	static CloudToDeviceMessage to(String deviceId) {
		return new CloudToDeviceMessage(ClientId.device(deviceId), new Payload("{\"a\":1}".getBytes(StandardCharsets.UTF_8)), "m-1", "c-1", "me",
				Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS), FeedbackMode.FULL, "application/json", "utf-8", Map.of("room", "4"));
	}

	/** The device was told all of it. */
	static void assertReceived(CloudToDeviceMessage sent, ReceivedCloudToDeviceMessage received) {
		assertEquals("{\"a\":1}", received.payload().text());
		assertEquals("m-1", received.messageId());
		assertEquals("c-1", received.correlationId());
		assertEquals("me", received.userId());
		assertEquals(sent.expiry(), received.expiry());
		assertEquals("full", received.ack());
		assertEquals("application/json", received.contentType());
		assertEquals("utf-8", received.contentEncoding());
		assertEquals(Map.of("room", "4"), received.properties());
	}
}
