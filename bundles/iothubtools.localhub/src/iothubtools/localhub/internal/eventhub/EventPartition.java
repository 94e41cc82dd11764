// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.tls.OwnerOnly;

/**
 * A partition: a log in files. The one thread that writes appends to it; what is committed may be read on any thread. A record has its
 * length, its sequence number and time, a checksum, what only the hub wants to know of it, and then the event as it goes out.
 */
public final class EventPartition {

	/** Before each event: its length, sequence number, time, number among all messages of the hub, the length of the notes, and a checksum. */
	static final int HEADER = 4 + 8 + 8 + 8 + 4 + 4;
	/** Where in a header that is, of all else in the record. */
	static final int CHECKSUM = HEADER - 4;
	/** The number of what is no message but told by the hub itself. */
	static final long NO_NUMBER = -1;

	/** What files of another format are called, from before the first release. */
	private static final String OLD = ".log";

	private final int number;
	private final Path folder;
	private final LogPositions positions;
	private final String endName;
	private final String nextName;
	private final String newestName;
	private final String timeName;
	private final LongSupplier clock;
	private final long segmentBytes;
	private final boolean sync;
	private final EventEncoder pending = new EventEncoder();
	private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();

	/** The files, oldest first. Guarded by this, as the state below. */
	private final List<LogSegment> segments = new ArrayList<>();
	private State committed;

	/** Of the one thread that writes. */
	private State written;

	/**
	 * How far it goes.
	 *
	 * @param end          the offset that the next event gets
	 * @param next         its sequence number
	 * @param newestOffset the offset of the last event, -1 when there was none
	 * @param newestMillis when that came
	 */
	record State(long end, long next, long newestOffset, long newestMillis) {
	}

	/**
	 * What is known of a partition (contract §7).
	 *
	 * @param firstSequence  the sequence number of the oldest event, that of the next when there is none
	 * @param lastSequence   of the newest, -1 when there never was one
	 * @param lastOffset     where that is, -1 too
	 * @param lastMillis     when it came, 0 for never
	 * @param empty          whether there is nothing to read
	 */
	public record Facts(long firstSequence, long lastSequence, long lastOffset, long lastMillis, boolean empty) {
	}

	EventPartition(int number, Path folder, LogPositions positions, LongSupplier clock, long segmentBytes, boolean sync) throws IOException {
		this.number = number;
		this.folder = folder;
		this.positions = positions;
		this.clock = clock;
		this.segmentBytes = segmentBytes;
		this.sync = sync;
		endName = name("end");
		nextName = name("next");
		newestName = name("newest");
		timeName = name("time");
		written = new State(positions.get(endName), positions.get(nextName), positions.get(newestName) - 1, positions.get(timeName));
		committed = written;
		OwnerOnly.createDirectories(folder);
		open();
	}

	private String name(String what) {
		return "events/" + number + '/' + what;
	}

	/** What stands in the files behind what counts was never confirmed. */
	private void open() throws IOException {
		List<Path> files;
		try (Stream<Path> all = Files.list(folder)) {
			files = all.sorted().toList();
		}
		for (Path file : files) {
			LogSegment segment = LogSegment.open(file);
			if (segment == null) {
				if (file.toString().endsWith(OLD)) {
					Files.delete(file);
				}
				continue;
			}
			if (segment.base() >= written.end()) {
				segment.delete();
			} else {
				segment.truncate(written.end());
				segments.add(segment);
			}
		}
		segments.sort(Comparator.comparingLong(LogSegment::base));
		long newest = written.newestMillis();
		for (int i = segments.size() - 1; i >= 0; i--) {
			segments.get(i).newest(newest);
			newest = Math.min(newest, segments.get(i).firstMillis());
		}
	}

	/** Its number, from 0. */
	public int number() {
		return number;
	}

	/**
	 * Adds an event, to be written with the commit that is under way.
	 *
	 * @param number which message of the hub it is, {@link #NO_NUMBER} for none
	 * @param notes  writes what the hub wants to know of it beside the event
	 * @return its offset
	 */
	long append(long number, Consumer<EventEncoder> notes, EventSource source) {
		long millis = clock.getAsLong();
		long offset = appendedEnd();
		long sequence = written.next() + appended;
		int start = pending.skip(HEADER);
		notes.accept(pending);
		int event = pending.size();
		pending.write(source.at(sequence, offset));
		pending.integer(start, pending.size() - event);
		pending.longs(start + 4, sequence);
		pending.longs(start + 12, millis);
		pending.longs(start + 20, number);
		pending.integer(start + 28, event - start - HEADER);
		pending.integer(start + CHECKSUM, checksum(pending.bytes(), start, pending.size()));
		appended++;
		newest = new State(0, 0, offset, millis);
		return offset;
	}

	/** Of a record from one place to another: disks and power cuts change what was written. */
	static int checksum(byte[] bytes, int start, int end) {
		CRC32C sum = new CRC32C();
		sum.update(bytes, start, CHECKSUM);
		sum.update(bytes, start + HEADER, end - start - HEADER);
		return (int) sum.getValue();
	}

	/** Whether what stands there may be the header of a record. */
	static boolean isHeader(ByteBuffer bytes, int at) {
		return bytes.limit() - at >= HEADER && bytes.getInt(at) > 0 && bytes.getInt(at + 28) >= 0;
	}

	/** Where the next event goes; on the thread that writes. */
	long appendedEnd() {
		return written.end() + pending.size();
	}

	private long appended;
	private State newest = new State(0, 0, 0, 0);

	/** What is made an event once its place is known. */
	@FunctionalInterface
	interface EventSource {
		Event at(long sequenceNumber, long offset);
	}

	/** Writes what was added, before the commit. */
	void write() throws IOException {
		if (appended == 0) {
			return;
		}
		LogSegment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
		if (last == null || last.isDamaged() || last.end() != written.end() || last.end() - last.base() >= segmentBytes) {
			last = LogSegment.create(folder, written.end(), written.next(), newest.newestMillis());
			synchronized (this) {
				segments.add(last);
			}
		}
		last.append(ByteBuffer.wrap(pending.bytes(), 0, pending.size()), newest.newestMillis());
		if (sync) {
			last.sync();
		}
		written = new State(last.end(), written.next() + appended, newest.newestOffset(), newest.newestMillis());
		positions.set(endName, written.end());
		positions.set(nextName, written.next());
		positions.set(newestName, written.newestOffset() + 1);
		positions.set(timeName, written.newestMillis());
		pending.clear();
		appended = 0;
	}

	/** What was written counts now: tells who waits for it. */
	void commit() {
		synchronized (this) {
			if (committed == written) {
				return;
			}
			committed = written;
		}
		watchers.forEach(Runnable::run);
	}

	/** Calls this after commits, on the thread that writes, which it must not keep. */
	public void watch(Runnable watcher) {
		watchers.add(watcher);
	}

	/** Does not call it any more. */
	public void unwatch(Runnable watcher) {
		watchers.remove(watcher);
	}

	/** What is known of it now. */
	public synchronized Facts facts() {
		boolean empty = segments.isEmpty() || segments.get(0).base() >= committed.end();
		long first = empty ? committed.next() : segments.get(0).firstSequence();
		return new Facts(first, committed.next() - 1, committed.newestOffset(), committed.newestMillis(), empty);
	}

	/** The offset after the last event that may be read. */
	synchronized long end() {
		return committed.end();
	}

	/** The offset before which nothing is kept any more. */
	synchronized long begin() {
		return segments.isEmpty() ? committed.end() : segments.get(0).base();
	}

	/** The file with an offset, or the first after it; null when there is none. */
	synchronized @Nullable LogSegment segment(long offset) {
		for (LogSegment segment : segments) {
			if (segment.end() > offset && segment.base() < committed.end()) {
				return segment;
			}
		}
		return null;
	}

	/** The files, oldest first. */
	synchronized List<LogSegment> segments() {
		return List.copyOf(segments);
	}

	/** Bytes on the disk. */
	synchronized long bytes() {
		long bytes = 0;
		for (LogSegment segment : segments) {
			bytes += segment.end() - segment.base();
		}
		return bytes;
	}

	/** When the newest event of its oldest file came; the latest time of all when it has none. */
	synchronized long oldestMillis() {
		return segments.isEmpty() ? Long.MAX_VALUE : segments.get(0).newestMillis();
	}

	/** Forgets its oldest file; on the thread that writes. */
	void dropOldest() throws IOException {
		LogSegment oldest;
		synchronized (this) {
			oldest = segments.remove(0);
		}
		oldest.delete();
	}

	/** How many files it has; on the thread that writes. */
	int files() {
		return segments.size();
	}

	void close() {
		for (LogSegment segment : segments()) {
			try {
				segment.close();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}
