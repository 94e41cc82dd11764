// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.TelemetryMessage;

/**
 * A message in the order in which it came here.
 *
 * @param number  counted from 1; no other message of the same {@link MessageBuffer} ever has it
 * @param message what was sent, with all that the hub says of it
 */
public record NumberedMessage(long number, TelemetryMessage message) {

	/** What a message takes beside its body and texts, about. */
	private static final int OVERHEAD = 600;
	private static final int ENTRY = 80;

	/** The bytes that it takes in memory, about. */
	long size() {
		return OVERHEAD + message.body().size() + size(message.properties()) + size(message.annotations());
	}

	private static long size(Map<String, Object> entries) {
		long size = 0;
		for (Map.Entry<String, Object> entry : entries.entrySet()) {
			// names and most values of annotations are the same texts again and again, and shared or not they are counted
			size += ENTRY + entry.getKey().length() + (entry.getValue() instanceof String text ? text.length() : 0);
		}
		return size;
	}

	/** Two of the same number are the same, as whoever compares them compares those of one buffer. */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof NumberedMessage received && received.number == number && received.message == message;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(number);
	}
}
