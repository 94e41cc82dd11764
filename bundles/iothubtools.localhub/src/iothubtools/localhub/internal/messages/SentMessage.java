// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;

/**
 * A message as a device sent it, over whatever protocol.
 *
 * @param body                   the payload
 * @param properties             AMQP properties by name (contract §7.1)
 * @param applicationProperties  what the device added, in its order
 */
record SentMessage(byte[] body, Map<String, String> properties, Map<String, String> applicationProperties) {

	/** The service's limit: body, system property values, application property names and values (contract §6). */
	static final int MAX_SIZE = 256 * 1024;

	/** @throws HubError 413 when it is larger than the service takes */
	void checkSize() {
		long size = body.length;
		for (String value : properties.values()) {
			size += utf8Length(value);
		}
		for (Map.Entry<String, String> property : applicationProperties.entrySet()) {
			size += utf8Length(property.getKey()) + utf8Length(property.getValue());
		}
		if (size > MAX_SIZE) {
			throw new HubError(ErrorCode.MESSAGE_TOO_LARGE,
					"The message has " + size + " bytes with its properties, more than " + MAX_SIZE + ".");
		}
	}

	private static int utf8Length(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}
}
