// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import com.microsoft.azure.sdk.iot.device.Message;

/** Device-to-cloud messages with everything a device may say of them. */
final class TestMessages {

	private TestMessages() {
	}

	/** A message with all system properties that the SDK has, and two of the application's. */
	static Message full(String messageId, String body) {
		Message message = new Message(body);
		message.setMessageId(messageId);
		message.setCorrelationId("c-" + messageId);
		message.setUserId("user");
		message.setContentType("application/json");
		message.setContentEncoding("utf-8");
		message.setProperty("site", "A");
		message.setProperty("alert", "true");
		return message;
	}
}
