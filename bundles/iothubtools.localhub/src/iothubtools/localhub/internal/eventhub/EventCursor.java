// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A place in a partition, from which events are read one after another. Used by one thread at a time. */
public final class EventCursor {

	private static final int USUAL_CHUNK = 64 * 1024;

	private final EventPartition partition;
	private ByteBuffer chunk = ByteBuffer.allocate(0);
	/** The offset of what comes next in the chunk, or next of all. */
	private long offset;

	private long sequence;
	private long millis;
	private int start;
	private int length;

	EventCursor(EventPartition partition, long offset) {
		this.partition = partition;
		this.offset = offset;
	}

	/** Goes to the next event; false when there is none yet. */
	public boolean next() {
		while (offset < partition.end()) {
			if (take()) {
				return true;
			}
			if (!load()) {
				return false;
			}
		}
		return false;
	}

	private boolean take() {
		if (!isWhole()) {
			return false;
		}
		int size = size();
		sequence = chunk.getLong(chunk.position() + 4);
		millis = chunk.getLong(chunk.position() + 12);
		start = chunk.position() + EventPartition.HEADER;
		length = size;
		chunk.position(start + size);
		offset += EventPartition.HEADER + size;
		return true;
	}

	/** Whether the next event is in the chunk; never with a size that a damaged disk gave it. */
	private boolean isWhole() {
		return chunk.remaining() >= EventPartition.HEADER && size() >= 0 && size() <= chunk.remaining() - EventPartition.HEADER;
	}

	private int size() {
		return chunk.getInt(chunk.position());
	}

	/** How much is to be read for the next event, as far as one knows. */
	private int wanted(long there) {
		boolean known = chunk.remaining() >= EventPartition.HEADER && size() >= 0;
		return (int) Math.min(there, Math.max(USUAL_CHUNK, known ? EventPartition.HEADER + (long) size() : 0));
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
			offset = segment.end();
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
		return offset - EventPartition.HEADER - length;
	}

	/** When the event came. */
	public long millis() {
		return millis;
	}

}
