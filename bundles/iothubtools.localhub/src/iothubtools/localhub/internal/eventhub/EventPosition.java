// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;

/**
 * Where somebody wants to begin to read (contract §7.2).
 *
 * @param kind      what it goes by
 * @param value     a number, or milliseconds since 1970
 * @param inclusive whether what is at that place is wanted, too
 */
public record EventPosition(Kind kind, long value, boolean inclusive) {

	/** From the oldest event on. */
	public static final EventPosition EARLIEST = new EventPosition(Kind.OFFSET, -1, false);

	/** Numbers are without quotes in Azure's documentation of AMQP, and the time has another name in its SDK for C. */
	private static final Pattern SELECTOR = Pattern.compile("\\s*amqp\\.annotation\\.x-opt-(offset|sequence-number|enqueued-?time(?:-?utc)?)"
			+ "\\s*(>=?)\\s*(?:'([^']*)'|(-?\\d+))\\s*");

	/** What a place is told by. */
	public enum Kind {
		/** Bytes. */
		OFFSET,
		/** Numbers. */
		SEQUENCE,
		/** The time. */
		TIME,
		/** What comes from now on. */
		LATEST
	}

	/**
	 * Reads a filter.
	 *
	 * @throws HubError 400 when it is none of those that Event Hubs has
	 */
	public static EventPosition parse(@Nullable String selector) {
		if (selector == null || selector.isBlank()) {
			return EARLIEST;
		}
		Matcher parts = SELECTOR.matcher(selector);
		if (!parts.matches()) {
			throw HubError.argumentInvalid("The filter must be such as amqp.annotation.x-opt-offset > '-1', with x-opt-sequence-number or"
					+ " x-opt-enqueued-time instead.");
		}
		boolean inclusive = parts.group(2).equals(">=");
		String value = parts.group(3) == null ? parts.group(4) : parts.group(3);
		if (value.equals("@latest")) {
			return new EventPosition(Kind.LATEST, 0, inclusive);
		}
		Kind kind = parts.group(1).equals("offset") ? Kind.OFFSET : parts.group(1).equals("sequence-number") ? Kind.SEQUENCE : Kind.TIME;
		try {
			return new EventPosition(kind, Long.parseLong(value), inclusive);
		} catch (NumberFormatException e) {
			throw HubError.argumentInvalid("The filter needs a number, not '" + value + "'.");
		}
	}

	/**
	 * A cursor whose next event is the first from there on.
	 *
	 * @throws HubError 400 when the partition has not come so far
	 */
	public EventCursor in(EventPartition partition) {
		EventPartition.Facts facts = partition.facts();
		check(kind == Kind.OFFSET, "offset", facts.lastOffset());
		check(kind == Kind.SEQUENCE, "sequence number", facts.lastSequence());
		if (kind == Kind.LATEST) {
			return new EventCursor(partition, partition.end());
		}
		EventCursor cursor = new EventCursor(partition, begin(partition));
		while (cursor.next()) {
			if (isFrom(cursor)) {
				return new EventCursor(partition, cursor.eventOffset());
			}
		}
		// where it was looked last: the end may be another by now, and what came meanwhile is behind this place
		return new EventCursor(partition, cursor.nextOffset());
	}

	private void check(boolean mine, String what, long last) {
		if (mine && value > last + 1) {
			throw new HubError(ErrorCode.ARGUMENT_INVALID, "The supplied " + what + " '" + value + "' is invalid. The last " + what
					+ " in the system is '" + last + "'.");
		}
	}

	private boolean isFrom(EventCursor at) {
		long there = kind == Kind.OFFSET ? at.eventOffset() : kind == Kind.SEQUENCE ? at.sequence() : at.millis();
		return inclusive ? there >= value : there > value;
	}

	/** The beginning of the file that it may be in. */
	private long begin(EventPartition partition) {
		long begin = 0;
		for (LogSegment segment : partition.segments()) {
			if (switch (kind) {
			case OFFSET -> segment.base() <= value;
			case SEQUENCE -> segment.firstSequence() <= value;
			default -> false;
			}) {
				begin = segment.base();
			} else if (kind == Kind.TIME && segment.newestMillis() < value) {
				begin = segment.end();
			}
		}
		return begin;
	}
}
