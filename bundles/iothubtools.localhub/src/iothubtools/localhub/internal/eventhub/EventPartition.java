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

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.tls.OwnerOnly;

/**
 * A partition: a log in files. The one thread that writes appends to it; what is committed may be read on any thread. What
 * its records are is {@link RecordHeader}'s.
 */
public final class EventPartition {

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
	private final AmqpBytes pending = new AmqpBytes();
	private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();

	/** The files, oldest first. Guarded by this, as the state below. */
	private final List<LogSegment> segments = new ArrayList<>();
	private State committed;

	/** Of the one thread that writes, as what is below. */
	private State written;
	/** How many events wait to be written, and where the last of them is and when it came. */
	private long appended;
	private long appendedOffset;
	private long appendedMillis;

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
	 * @param number which message of the hub it is, {@link RecordHeader#NO_NUMBER} for none
	 * @param notes  writes what the hub wants to know of it beside the event
	 * @return its offset
	 */
	long append(long number, Consumer<AmqpBytes> notes, EventSource source) {
		long millis = clock.getAsLong();
		long offset = appendedEnd();
		long sequence = written.next() + appended;
		int start = pending.skip(RecordHeader.BYTES);
		notes.accept(pending);
		int event = pending.size();
		EventEncoder.write(source.at(sequence, offset), pending);
		RecordHeader.write(pending, start, event, sequence, millis, number);
		appended++;
		appendedOffset = offset;
		appendedMillis = millis;
		return offset;
	}

	/** Where the next event goes; on the thread that writes. */
	long appendedEnd() {
		return written.end() + pending.size();
	}

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
			last = LogSegment.create(folder, written.end(), written.next(), appendedMillis);
			synchronized (this) {
				segments.add(last);
			}
		}
		last.append(ByteBuffer.wrap(pending.bytes(), 0, pending.size()), appendedMillis);
		if (sync) {
			last.sync();
		}
		written = new State(last.end(), written.next() + appended, appendedOffset, appendedMillis);
		positions.move(endName, written.end());
		positions.move(nextName, written.next());
		positions.move(newestName, written.newestOffset() + 1);
		positions.move(timeName, written.newestMillis());
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
