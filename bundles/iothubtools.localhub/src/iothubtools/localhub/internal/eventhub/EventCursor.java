// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A place in a partition, from which events are read one after another. What is not what was written is passed over: a record, or the rest of
 * its file when it cannot be told any more where the next one begins. Used by one thread at a time.
 */
public final class EventCursor {

	private static final int USUAL_CHUNK = 64 * 1024;

	private final EventPartition partition;
	private ByteBuffer chunk = ByteBuffer.allocate(0);
	/** The offset of what comes next in the chunk, or next of all. */
	private long offset;

	private long sequence;
	private long millis;
	private long number;
	private int notes;
	private int start;
	private int length;

	EventCursor(EventPartition partition, long offset) {
		this.partition = partition;
		this.offset = offset;
	}

	/** Goes to the next event; false when there is none yet. */
	public boolean next() {
		while (offset < partition.end()) {
			if (isWhole()) {
				if (take()) {
					return true;
				}
			} else if (!load()) {
				return false;
			}
		}
		return false;
	}

	/** Goes behind the next event; false when that is not what was written. */
	private boolean take() {
		int at = chunk.position();
		length = RecordHeader.length(chunk, at);
		sequence = RecordHeader.sequence(chunk, at);
		millis = RecordHeader.millis(chunk, at);
		number = RecordHeader.number(chunk, at);
		notes = RecordHeader.notes(chunk, at);
		start = at + RecordHeader.BYTES + notes;
		chunk.position(start + length);
		offset += chunk.position() - at;
		boolean sound = RecordHeader.isSound(chunk, at, chunk.position());
		LogSegment segment = sound ? null : partition.segment(eventOffset());
		if (segment != null) {
			segment.damaged();
		}
		return sound;
	}

	/** Whether the next event is in the chunk; never with a size that a damaged disk gave it. */
	private boolean isWhole() {
		return knowsSize() && size() <= chunk.remaining();
	}

	private boolean knowsSize() {
		return RecordHeader.isAt(chunk, chunk.position());
	}

	/** Of all that is written of the next event. */
	private long size() {
		return RecordHeader.size(chunk, chunk.position());
	}

	/** How much is to be read for the next event, as far as one knows. */
	private int wanted(long there) {
		return (int) Math.min(there, Math.max(USUAL_CHUNK, knowsSize() ? size() : 0));
	}

	/** Reads the next part of the log, with the next event at least; what is kept no more is passed over. */
	private boolean load() {
		LogSegment segment = partition.segment(offset);
		if (segment == null) {
			return false;
		}
		offset = Math.max(offset, segment.base());
		long there = Math.min(segment.end(), partition.end()) - offset;
		try {
			read(segment, wanted(there));
			if (!isWhole() && wanted(there) > chunk.remaining()) {
				// one that is larger than the usual part
				read(segment, wanted(there));
			}
		} catch (IOException e) {
			// it was the oldest and is gone
			chunk = ByteBuffer.allocate(0);
			return partition.segment(offset) != segment;
		}
		if (!isWhole()) {
			// a power cut took the rest of the file, or the disk lost what stood there
			segment.damaged();
			offset += there;
			chunk = ByteBuffer.allocate(0);
		}
		return true;
	}

	private void read(LogSegment segment, int bytes) throws IOException {
		ByteBuffer into = ByteBuffer.allocate(bytes);
		segment.read(into, offset);
		chunk = into.flip();
	}

	/** The bytes among which the event is, at {@link #start}. */
	public byte[] bytes() {
		return chunk.array();
	}

	/** Where the event begins. */
	public int start() {
		return start;
	}

	/** How many bytes it has. */
	public int length() {
		return length;
	}

	/** The sequence number of the event. */
	public long sequence() {
		return sequence;
	}

	/** The offset of the event. */
	public long eventOffset() {
		return offset - RecordHeader.BYTES - notes - length;
	}

	/** The offset of what comes after the event. */
	long nextOffset() {
		return offset;
	}

	/** Which message of the hub the event is, {@link RecordHeader#NO_NUMBER} for none. */
	long number() {
		return number;
	}

	/** What was noted of the event beside it. */
	ByteBuffer notes() {
		return ByteBuffer.wrap(chunk.array(), start - notes, notes);
	}

	/** When the event came. */
	public long millis() {
		return millis;
	}
}
