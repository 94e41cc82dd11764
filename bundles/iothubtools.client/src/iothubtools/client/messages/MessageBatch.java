// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.messages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import iothubtools.client.errors.InvalidInputException;

/** Device-to-cloud messages that go to the hub in one request (contract §3.12). */
public final class MessageBatch {

	/** The type of the request's body. */
	public static final String CONTENT_TYPE = "application/vnd.microsoft.iothub.json";

	/** Bytes of the longest body: one less than 255 KB, what Azure's own SDK allows itself. */
	public static final int MAX_SIZE = 255 * 1024 - 1;

	private final List<DeviceMessage> messages;
	private final String json;

	private MessageBatch(List<DeviceMessage> messages, List<String> parts) {
		this.messages = List.copyOf(messages);
		json = "[" + String.join(",", parts) + "]";
	}

	/**
	 * Puts messages into as few batches as their order allows.
	 *
	 * @throws InvalidInputException for the field {@code message} if the hub would refuse one, or one is too large for a
	 *                               batch, in which its body is written in base64; it can still be sent by itself
	 */
	public static List<MessageBatch> split(List<DeviceMessage> messages) {
		List<MessageBatch> batches = new ArrayList<>();
		List<DeviceMessage> current = new ArrayList<>();
		List<String> parts = new ArrayList<>();
		int size = 1;
		for (DeviceMessage message : messages) {
			String part = BatchJson.write(message);
			int length = part.getBytes(StandardCharsets.UTF_8).length + 1;
			if (length + 1 > MAX_SIZE) {
				throw new InvalidInputException("message", "is too large for a batch: send it by itself");
			}
			if (size + length > MAX_SIZE) {
				batches.add(new MessageBatch(current, parts));
				current.clear();
				parts.clear();
				size = 1;
			}
			current.add(message);
			parts.add(part);
			size += length;
		}
		if (!current.isEmpty()) {
			batches.add(new MessageBatch(current, parts));
		}
		return List.copyOf(batches);
	}

	/** The messages, in order. */
	public List<DeviceMessage> messages() {
		return messages;
	}

	/** The body of the request. */
	public String json() {
		return json;
	}

	/** Number and size only. */
	@Override
	public String toString() {
		return "MessageBatch[" + messages.size() + " messages, " + json.length() + " characters]";
	}
}
