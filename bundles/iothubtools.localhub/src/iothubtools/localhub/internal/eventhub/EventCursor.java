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
		if (chunk.remaining() < EventPartition.HEADER) {
			return false;
		}
		int size = chunk.getInt(chunk.position());
		if (chunk.remaining() < EventPartition.HEADER + size) {
			return false;
		}
		sequence = chunk.getLong(chunk.position() + 4);
		millis = chunk.getLong(chunk.position() + 12);
		start = chunk.position() + EventPartition.HEADER;
		length = size;
		chunk.position(start + size);
		offset += EventPartition.HEADER + size;
		return true;
	}

	/** Reads the next part of the log, with the next event at least; what is kept no more is passed over. */
	private boolean load() {
		LogSegment segment = partition.segment(offset);
		if (segment == null) {
			return false;
		}
		offset = Math.max(offset, segment.base());
		long there = Math.min(segment.end(), partition.end()) - offset;
		int wanted = USUAL_CHUNK;
		if (chunk.remaining() >= 4) {
			wanted = Math.max(wanted, EventPartition.HEADER + chunk.getInt(chunk.position()));
		}
		try {
			read(segment, (int) Math.min(wanted, there));
			if (chunk.remaining() >= 4 && chunk.remaining() < EventPartition.HEADER + chunk.getInt(chunk.position())) {
				// one that is larger than the usual part
				read(segment, (int) Math.min(EventPartition.HEADER + chunk.getInt(chunk.position()), there));
			}
		} catch (IOException e) {
			// it was the oldest and is gone
			chunk = ByteBuffer.allocate(0);
			return partition.segment(offset) != segment;
		}
		if (chunk.remaining() < EventPartition.HEADER || chunk.remaining() < EventPartition.HEADER + Math.max(0, chunk.getInt(chunk.position()))) {
			// a power cut took the rest of the file
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
