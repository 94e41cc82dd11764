// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * What stands before each record of a log: the length of its event, its sequence number and time, its number among all messages of the hub, the
 * length of its notes, and a checksum. The notes follow, what only the hub wants to know of the event, and then the event as it goes out.
 */
final class RecordHeader {

	/** How many bytes it has. */
	static final int BYTES = 4 + 8 + 8 + 8 + 4 + 4;
	/** The number of what is no message but told by the hub itself. */
	static final long NO_NUMBER = -1;

	private static final int LENGTH = 0;
	private static final int SEQUENCE = 4;
	private static final int MILLIS = 12;
	private static final int NUMBER = 20;
	private static final int NOTES = 28;
	private static final int CHECKSUM = 32;

	private RecordHeader() {
	}

	/**
	 * Writes it where room was left for it, when all behind it is written.
	 *
	 * @param event where the event begins, behind the notes
	 */
	static void write(AmqpBytes into, int start, int event, long sequence, long millis, long number) {
		into.integer(start + LENGTH, into.size() - event);
		into.longs(start + SEQUENCE, sequence);
		into.longs(start + MILLIS, millis);
		into.longs(start + NUMBER, number);
		into.integer(start + NOTES, event - start - BYTES);
		into.integer(start + CHECKSUM, checksum(into.bytes(), start, into.size()));
	}

	/** Of a record from one place to another: disks and power cuts change what was written. */
	private static int checksum(byte[] bytes, int start, int end) {
		CRC32C sum = new CRC32C();
		sum.update(bytes, start, CHECKSUM);
		sum.update(bytes, start + BYTES, end - start - BYTES);
		return (int) sum.getValue();
	}

	/** Whether what stands there may be one. */
	static boolean isAt(ByteBuffer bytes, int at) {
		return bytes.limit() - at >= BYTES && length(bytes, at) > 0 && notes(bytes, at) >= 0;
	}

	/** Whether a record that ends there is what was written. */
	static boolean isSound(ByteBuffer bytes, int at, int end) {
		return bytes.getInt(at + CHECKSUM) == checksum(bytes.array(), at, end);
	}

	/** Bytes of the whole record. */
	static long size(ByteBuffer bytes, int at) {
		return (long) BYTES + length(bytes, at) + notes(bytes, at);
	}

	/** Bytes of the event. */
	static int length(ByteBuffer bytes, int at) {
		return bytes.getInt(at + LENGTH);
	}

	/** The sequence number of the event. */
	static long sequence(ByteBuffer bytes, int at) {
		return bytes.getLong(at + SEQUENCE);
	}

	/** When the event came. */
	static long millis(ByteBuffer bytes, int at) {
		return bytes.getLong(at + MILLIS);
	}

	/** Which message of the hub the event is, {@link #NO_NUMBER} for none. */
	static long number(ByteBuffer bytes, int at) {
		return bytes.getLong(at + NUMBER);
	}

	/** Bytes of the notes. */
	static int notes(ByteBuffer bytes, int at) {
		return bytes.getInt(at + NOTES);
	}
}
