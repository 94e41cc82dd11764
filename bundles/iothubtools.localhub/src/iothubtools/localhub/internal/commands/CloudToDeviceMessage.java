// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;

/**
 * A message to a device or module, as the service side sent it (contract §§3.7, 3.12).
 *
 * @param body                   the payload
 * @param messageId              the sender's id of it, or null
 * @param correlationId          the id of what it answers, or null
 * @param userId                 who it is from, or null
 * @param contentType            of the payload, or null
 * @param contentEncoding        of the payload, or null
 * @param expiry                 when it is no longer of use; null for an hour after it was enqueued
 * @param acknowledgement        what its sender wants to hear of
 * @param applicationProperties  what the sender added, in its order
 */
public record CloudToDeviceMessage(byte[] body, @Nullable String messageId, @Nullable String correlationId,
		@Nullable String userId, @Nullable String contentType, @Nullable String contentEncoding, @Nullable Instant expiry,
		Acknowledgement acknowledgement, Map<String, String> applicationProperties) {

	/** The service's limit in bytes: body, system property values, application property names and values (contract §6). */
	static final int MAX_SIZE = 64 * 1024;

	/** @throws HubError 413 when it is larger than the service takes */
	void checkSize() {
		long size = body.length + length(messageId) + length(correlationId) + length(userId) + length(contentType)
				+ length(contentEncoding);
		for (Map.Entry<String, String> property : applicationProperties.entrySet()) {
			size += length(property.getKey()) + length(property.getValue());
		}
		if (size > MAX_SIZE) {
			throw new HubError(ErrorCode.MESSAGE_TOO_LARGE,
					"The message has " + size + " bytes with its properties, more than " + MAX_SIZE + ".");
		}
	}

	private static long length(@Nullable String text) {
		return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
	}
}
