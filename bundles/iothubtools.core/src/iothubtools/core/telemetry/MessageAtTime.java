// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The message at a point in time: the first that came to the hub then or later, else the last one before.
 *
 * @param message at or next to that time
 * @param place   where the time is
 */
public record MessageAtTime(NumberedMessage message, Place place) {

	/** Where a time is, seen from messages. */
	public enum Place {
		/** Before all of them: the message is the earliest. */
		BEFORE,
		/** Between two of them, or that of one. */
		AMONG,
		/** After all of them: the message is the latest. */
		AFTER
	}

	/**
	 * Finds it.
	 *
	 * @param messages in any order, as those of several partitions come in turns
	 * @return null where there are no messages
	 */
	public static @Nullable MessageAtTime find(List<NumberedMessage> messages, Instant time) {
		NumberedMessage next = null;
		NumberedMessage latest = null;
		boolean anyBefore = false;
		for (NumberedMessage each : messages) {
			Instant when = when(each);
			if (when.isBefore(time)) {
				anyBefore = true;
			} else if (next == null || when.isBefore(when(next))) {
				next = each;
			}
			if (latest == null || when.isAfter(when(latest))) {
				latest = each;
			}
		}
		if (next != null) {
			return new MessageAtTime(next, anyBefore || when(next).equals(time) ? Place.AMONG : Place.BEFORE);
		}
		return latest == null ? null : new MessageAtTime(latest, Place.AFTER);
	}

	private static Instant when(NumberedMessage message) {
		return message.message().position().enqueuedTime();
	}
}
