// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.TelemetryMessage;

/**
 * The last messages that came, up to a number and up to so many bytes; the oldest fall out for new ones, and are counted. Safe to use from any
 * thread.
 */
public final class MessageBuffer {

	/** As many messages as are kept unless somebody says otherwise. */
	public static final int DEFAULT_MESSAGES = 100_000;

	/** As many bytes as they may take, about. */
	public static final long DEFAULT_BYTES = 192L << 20;

	private static final int FIRST_CAPACITY = 1024;

	private final int most;
	private final long mostBytes;
	/** A ring: the message of a number is always at the same place, as long as it is not made larger. */
	private @Nullable NumberedMessage[] ring = new @Nullable NumberedMessage[0];
	/** Number of the oldest message that is there, or of the next one if there is none. */
	private long first = 1;
	private long next = 1;
	private long bytes;
	private long fellOut;

	/** Up to {@link #DEFAULT_MESSAGES} and {@link #DEFAULT_BYTES}. */
	public MessageBuffer() {
		this(DEFAULT_MESSAGES, DEFAULT_BYTES);
	}

	/** Keeps the last one whatever it takes. */
	public MessageBuffer(int most, long mostBytes) {
		this.most = most;
		this.mostBytes = mostBytes;
	}

	/** What there is at a moment. */
	public record Contents(long first, long next, long fellOut) {

		/** How many messages are there. */
		public int count() {
			return (int) (next - first);
		}
	}

	/** Takes messages in their order. */
	public synchronized void add(List<TelemetryMessage> messages) {
		for (TelemetryMessage message : messages) {
			NumberedMessage received = new NumberedMessage(next, message);
			if (next - first == most) {
				drop();
			} else if (next - first == ring.length) {
				grow();
			}
			ring[place(next)] = received;
			next++;
			bytes += received.size();
			while (bytes > mostBytes && next - first > 1) {
				drop();
			}
		}
	}

	private void drop() {
		int place = place(first);
		bytes -= Objects.requireNonNull(ring[place]).size();
		ring[place] = null;
		first++;
		fellOut++;
	}

	private void grow() {
		@Nullable NumberedMessage[] before = ring;
		int size = Math.min(most, Math.max(FIRST_CAPACITY, 2 * before.length));
		@Nullable NumberedMessage[] larger = new @Nullable NumberedMessage[size];
		for (long number = first; number < next; number++) {
			larger[(int) (number % size)] = before[(int) (number % before.length)];
		}
		ring = larger;
	}

	private int place(long number) {
		return (int) (number % ring.length);
	}

	/** What there is now. */
	public synchronized Contents contents() {
		return new Contents(first, next, fellOut);
	}

	/** Those messages from that number on that are there still, the oldest first. */
	public synchronized List<NumberedMessage> from(long number) {
		List<NumberedMessage> found = new ArrayList<>((int) Math.max(0, next - Math.max(first, number)));
		for (long each = Math.max(first, number); each < next; each++) {
			NumberedMessage message = ring[place(each)];
			if (message != null) {
				found.add(message);
			}
		}
		return found;
	}

	/** Empties it; numbers go on, and what fell out is counted anew. */
	public synchronized void clear() {
		Arrays.fill(ring, null);
		first = next;
		bytes = 0;
		fellOut = 0;
	}
}
