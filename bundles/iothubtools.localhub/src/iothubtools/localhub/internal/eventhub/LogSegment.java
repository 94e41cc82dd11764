// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.tls.OwnerOnly;

/** A file of a partition's log. Its name says where it begins; it is appended to by the one thread that writes, and read by any. */
final class LogSegment implements AutoCloseable {

	private static final Pattern NAME = Pattern.compile("(\\d{19})-(\\d{19})\\.events");

	private final Path file;
	private final FileChannel channel;
	private final long base;
	private final long firstSequence;
	/** Where the next byte goes, and when the newest record came; written by one thread. */
	private volatile long end;
	private volatile long newestMillis;
	private volatile boolean damaged;

	private LogSegment(Path file, long base, long firstSequence, long end, long newestMillis) throws IOException {
		this.file = file;
		this.base = base;
		this.firstSequence = firstSequence;
		this.end = end;
		this.newestMillis = newestMillis;
		OwnerOnly.createFile(file);
		this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
	}

	/** Begins a new one. */
	static LogSegment create(Path folder, long base, long firstSequence, long nowMillis) throws IOException {
		Path file = folder.resolve(String.format("%019d-%019d.events", base, firstSequence));
		LogSegment segment = new LogSegment(file, base, firstSequence, base, nowMillis);
		segment.channel.truncate(0);
		return segment;
	}

	/** Opens one that is there; null when the file is none. */
	static @Nullable LogSegment open(Path file) throws IOException {
		Matcher name = NAME.matcher(file.getFileName().toString());
		if (!name.matches()) {
			return null;
		}
		long base = Long.parseLong(name.group(1));
		return new LogSegment(file, base, Long.parseLong(name.group(2)), base + Files.size(file), Long.MAX_VALUE);
	}

	/** When its first record came; the latest time of all when it has none, or not any more. */
	long firstMillis() throws IOException {
		ByteBuffer header = ByteBuffer.allocate(RecordHeader.BYTES);
		read(header, base);
		return RecordHeader.isAt(header.flip(), 0) ? RecordHeader.millis(header, 0) : Long.MAX_VALUE;
	}

	/** Says when its newest record came, which the file itself does not. */
	void newest(long millis) {
		newestMillis = millis;
	}

	long base() {
		return base;
	}

	long end() {
		return end;
	}

	long firstSequence() {
		return firstSequence;
	}

	/** When its newest record came. */
	long newestMillis() {
		return newestMillis;
	}

	/** Something in it is not what was written: who reads it may pass over all that comes after that, so nothing more is to come. */
	void damaged() {
		damaged = true;
	}

	/** Whether something in it is known not to be what was written. */
	boolean isDamaged() {
		return damaged;
	}

	/** Forgets what stands from there on. */
	void truncate(long offset) throws IOException {
		channel.truncate(Math.max(0, offset - base));
		end = Math.min(end, offset);
	}

	void append(ByteBuffer bytes, long nowMillis) throws IOException {
		long at = end - base;
		while (bytes.hasRemaining()) {
			at += channel.write(bytes, at);
		}
		end = base + at;
		newestMillis = nowMillis;
	}

	/** Reads on from an offset until the buffer is full or there is no more. */
	void read(ByteBuffer into, long offset) throws IOException {
		long at = offset - base;
		int count = 1;
		while (into.hasRemaining() && count > 0) {
			count = channel.read(into, at);
			at += count;
		}
	}

	/** Waits for the disk. */
	void sync() throws IOException {
		channel.force(false);
	}

	/** Closes and deletes it. */
	void delete() throws IOException {
		close();
		Files.deleteIfExists(file);
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
