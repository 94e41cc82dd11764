// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.commands;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.commands.Payload;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.names.ClientId;

/**
 * A message for a device or module, as it is sent (contract §§3.7, 7.1). What is null is left out.
 *
 * @param to              whom it is for
 * @param body            its bytes
 * @param messageId       what it is called; feedback names it by this
 * @param correlationId   the message or conversation it belongs to
 * @param userId          who sends it
 * @param expiry          when it is given up; null for the hub's own time
 * @param ack             what the sender wants to hear of it
 * @param contentType     the type of the body, such as {@code application/json}
 * @param contentEncoding the encoding of the body, such as {@code utf-8}
 * @param properties      the application properties
 */
public record CloudToDeviceMessage(ClientId to, Payload body, @Nullable String messageId, @Nullable String correlationId,
		@Nullable String userId, @Nullable Instant expiry, FeedbackMode ack, @Nullable String contentType,
		@Nullable String contentEncoding, Map<String, String> properties) {

	/** The property by which the hub is told what the sender wants to hear: it is that of {@link #ack}, whatever the application's say. */
	public static final String ACK = "iothub-ack";

	/**
	 * Keeps a copy of the properties, in their order.
	 *
	 * @throws InvalidInputException where content type or encoding have other characters than printable ASCII
	 */
	public CloudToDeviceMessage {
		check("contentType", contentType);
		check("contentEncoding", contentEncoding);
		properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
	}

	private static void check(String field, @Nullable String text) {
		if (text != null && !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
			throw new InvalidInputException(field, "may only have printable ASCII characters");
		}
	}

	/** A message with a body and nothing else. */
	public static CloudToDeviceMessage of(ClientId to, Payload body) {
		return new CloudToDeviceMessage(to, body, null, null, null, null, FeedbackMode.NONE, null, null, Map.of());
	}
}
