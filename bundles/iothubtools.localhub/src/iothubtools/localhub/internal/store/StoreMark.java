// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

import org.h2.mvstore.DataUtils;

import iothubtools.localhub.internal.tls.OwnerOnly;

/**
 * A few bytes beside the file of the store that say what has to be in it: a file that was emptied, cut or changed, or replaced by an
 * older copy, may well be one that opens, with other keys or with twins of yesterday. While a hub runs the mark has the last
 * version that was committed before its callers heard of it, and when it has ended in order, size and checksum of the whole file.
 */
final class StoreMark implements AutoCloseable {

	private static final String NAME = "hub.mark";
	private static final Pattern FORM = Pattern.compile("version=(\\p{XDigit}{16}) size=(\\p{XDigit}{16}) sum=(\\p{XDigit}{8})\\n");
	private static final String OPEN = "ffffffffffffffff";
	private static final int CHUNK = 1024 * 1024;

	private final Path file;
	private final Path path;
	private final FileChannel channel;
	private final long version;
	/** The hub did not end in order. */
	private final boolean cutOff;

	private StoreMark(Path file, Path path, FileChannel channel, long version, boolean cutOff) {
		this.file = file;
		this.path = path;
		this.channel = channel;
		this.version = version;
		this.cutOff = cutOff;
	}

	/**
	 * Compares the file of a store with its mark, when there is one; nothing is changed.
	 *
	 * @throws DamagedStoreException when it is another
	 */
	static StoreMark open(Path file) throws IOException, DamagedStoreException {
		Path path = file.resolveSibling(NAME);
		boolean fresh = !Files.exists(path);
		OwnerOnly.createFile(path);
		FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
		try {
			lock(channel);
			String text = read(channel);
			Matcher mark = FORM.matcher(text);
			boolean there = mark.matches();
			StoreMark opened = new StoreMark(file, path, channel, there ? Long.parseLong(mark.group(1), 16) : 0, there && mark.group(2).equals(OPEN));
			if (there) {
				opened.compare(mark.group(2), mark.group(3));
			} else if (!text.isEmpty()) {
				throw opened.damaged("cannot be compared with its mark, which is damaged");
			}
			return opened;
		} catch (IOException | DamagedStoreException | RuntimeException e) {
			channel.close();
			if (fresh) {
				Files.deleteIfExists(path);
			}
			throw e;
		}
	}

	private static void lock(FileChannel channel) throws IOException {
		try {
			if (channel.tryLock() != null) {
				return;
			}
		} catch (OverlappingFileLockException e) {
			// by a hub in this process
		}
		throw DataUtils.newMVStoreException(DataUtils.ERROR_FILE_LOCKED, "the mark of the store is locked");
	}

	private static String read(FileChannel channel) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(128);
		int read = channel.read(bytes, 0);
		return read < 0 ? "" : new String(bytes.array(), 0, read, StandardCharsets.US_ASCII);
	}

	private void compare(String size, String sum) throws IOException, DamagedStoreException {
		if (version > 0 && !Files.exists(file)) {
			throw damaged("is missing");
		}
		long there = Files.exists(file) ? Files.size(file) : 0;
		if (version > 0 && there == 0) {
			throw damaged("is empty");
		}
		if (cutOff) {
			return; // it did not end in order: only the version counts
		}
		long wanted = Long.parseLong(size, 16);
		if (there < wanted) {
			throw damaged("was cut: " + there + " of " + wanted + " bytes are there");
		}
		if (there != wanted || !sum.equals(checksum())) {
			throw damaged("was changed since the hub ended: it has another checksum");
		}
	}

	/** @throws DamagedStoreException when the file ends before what was confirmed last */
	void check(long opened) throws DamagedStoreException {
		if (opened < version) {
			throw damaged("was cut, or replaced by an older copy: it ends before what the hub confirmed last");
		}
	}

	/**
	 * What was kept in another file beside the store is missing or damaged. That is no harm when the hub ended in order: all is in the store then.
	 *
	 * @throws DamagedStoreException when it did not
	 */
	void needsNothingBeside(String name) throws DamagedStoreException {
		if (cutOff) {
			throw damaged("is not whole: the hub did not end in order, and " + name + ", which has how far its messages count then, is missing or damaged");
		}
	}

	private DamagedStoreException damaged(String what) {
		return new DamagedStoreException("The data of the local hub in " + file + ' ' + what
				+ ". Nothing was written. Put a whole copy back, or delete " + path + " to go on with what is there.");
	}

	/** Notes a version that is kept, before anyone hears of it. */
	void isKept(long newVersion) throws IOException {
		write(newVersion, OPEN, "00000000");
	}

	/** Notes what the file is; it was closed in order. */
	void isClosed(long lastVersion) throws IOException {
		write(lastVersion, hex(Files.size(file)), checksum());
	}

	private void write(long newVersion, String size, String sum) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap(("version=" + hex(newVersion) + " size=" + size + " sum=" + sum + '\n')
				.getBytes(StandardCharsets.US_ASCII));
		channel.write(bytes, 0);
	}

	private static String hex(long number) {
		String digits = Long.toHexString(number);
		return "0".repeat(16 - digits.length()) + digits;
	}

	private String checksum() throws IOException {
		CRC32C sum = new CRC32C();
		ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
		try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
			while (in.read(bytes) >= 0) {
				sum.update(bytes.flip());
				bytes.clear();
			}
		}
		return String.format(Locale.ROOT, "%08x", sum.getValue());
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
