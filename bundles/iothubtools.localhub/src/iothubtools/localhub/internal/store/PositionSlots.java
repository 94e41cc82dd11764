// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.tls.OwnerOnly;

/**
 * A small file beside the store with numbers that belong to one version of it. They are written in turn to two places of the file, with a
 * checksum: while one is being written the other is whole.
 */
final class PositionSlots implements AutoCloseable {

	/** What it is called. */
	static final String NAME = "hub.positions";
	/** Bytes of a place: thirty-two partitions need less than half of them. */
	private static final int SLOT = 8192;
	/** Its checksum, and how many bytes that is of. */
	private static final int HEAD = 4 + 4;

	private final FileChannel channel;
	private final boolean sync;
	private final ByteBuffer bytes = ByteBuffer.allocate(SLOT);
	private final @Nullable Slot[] found = new @Nullable Slot[2];
	private long turn;

	/** What one has: which turn it was written in, the version it belongs to, and the numbers by their names. */
	private record Slot(long turn, long version, Map<String, Long> numbers) {
	}

	private PositionSlots(FileChannel channel, boolean sync) throws IOException {
		this.channel = channel;
		this.sync = sync;
		for (int i = 0; i < found.length; i++) {
			found[i] = readSlot(i);
		}
	}

	/**
	 * Opens the file beside a store; makes it when it is not there.
	 *
	 * @param sync whether it waits for the disk
	 */
	static PositionSlots open(Path store, boolean sync) throws IOException {
		Path path = store.resolveSibling(NAME);
		OwnerOnly.createFile(path);
		FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
		try {
			return new PositionSlots(channel, sync);
		} catch (IOException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	/** Whether there was nothing whole in the file when it was opened. */
	boolean isEmpty() {
		return found[0] == null && found[1] == null;
	}

	/** The newest numbers of a version, by their names; none when there are none of that. */
	Map<String, Long> read(long version) {
		Slot newest = null;
		for (Slot slot : found) {
			if (slot != null) {
				turn = Math.max(turn, slot.turn() + 1);
				if (slot.version() == version && (newest == null || slot.turn() > newest.turn())) {
					newest = slot;
				}
			}
		}
		return newest == null ? Map.of() : newest.numbers();
	}

	private @Nullable Slot readSlot(int place) throws IOException {
		bytes.clear();
		int count = 1;
		while (bytes.hasRemaining() && count > 0) {
			count = channel.read(bytes, (long) place * SLOT + bytes.position());
		}
		bytes.flip();
		if (bytes.remaining() < HEAD) {
			return null;
		}
		int sum = bytes.getInt();
		int length = bytes.getInt();
		if (length <= 0 || length > bytes.remaining() || sum != checksum(length)) {
			return null;
		}
		long at = bytes.getLong();
		long version = bytes.getLong();
		Map<String, Long> numbers = new HashMap<>();
		for (int left = bytes.getInt(); left > 0; left--) {
			byte[] name = new byte[bytes.get()];
			bytes.get(name);
			numbers.put(new String(name, StandardCharsets.US_ASCII), bytes.getLong());
		}
		return new Slot(at, version, numbers);
	}

	private int checksum(int length) {
		CRC32C sum = new CRC32C();
		sum.update(bytes.array(), HEAD, length);
		return (int) sum.getValue();
	}

	/** Writes the numbers of a version, whose names are short and of ASCII. */
	void write(long version, Map<String, Long> numbers) throws IOException {
		bytes.clear().position(HEAD);
		bytes.putLong(turn).putLong(version).putInt(numbers.size());
		numbers.forEach((name, number) -> {
			byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
			bytes.put((byte) ascii.length).put(ascii).putLong(number);
		});
		int length = bytes.position() - HEAD;
		bytes.putInt(0, checksum(length)).putInt(4, length).flip();
		long place = turn % found.length * SLOT;
		while (bytes.hasRemaining()) {
			channel.write(bytes, place + bytes.position());
		}
		if (sync) {
			channel.force(false);
		}
		turn++;
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
