// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;

/**
 * A message as a device or module sent it, over whatever protocol.
 *
 * @param body                   the payload
 * @param properties             system properties by the names of contract §7.1: {@code message-id}, {@code content-type},
 *                               {@code dt-subject}, …
 * @param applicationProperties  what the sender added, in its order
 */
public record SentMessage(byte[] body, Map<String, String> properties, Map<String, String> applicationProperties) {

	/** System properties that devices say in annotations over AMQP, and that the built-in endpoint shows there, too (contract §7.1). */
	public static final List<String> ANNOTATIONS = List.of("dt-dataschema", "dt-subject", "iothub-interface-id");

	/** The service's limit: body, system property values, application property names and values (contract §6). */
	public static final int MAX_SIZE = 256 * 1024;

	/** What counts towards the limit, in bytes. */
	public int size() {
		int size = body.length;
		for (String value : properties.values()) {
			size += utf8Length(value);
		}
		for (Map.Entry<String, String> property : applicationProperties.entrySet()) {
			size += utf8Length(property.getKey()) + utf8Length(property.getValue());
		}
		return size;
	}

	/**
	 * What counts towards the limit, in bytes.
	 *
	 * @throws HubError 413 when it is larger than the service takes
	 */
	int checkedSize() {
		int size = size();
		if (size > MAX_SIZE) {
			throw new HubError(ErrorCode.MESSAGE_TOO_LARGE,
					"The message has " + size + " bytes with its properties, more than " + MAX_SIZE + ".");
		}
		return size;
	}

	private static int utf8Length(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}
}
