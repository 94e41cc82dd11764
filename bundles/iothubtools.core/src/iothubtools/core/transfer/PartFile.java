// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.transfer.FileEntry.DeviceLine;

/** An export as far as it has come, beside the file that it is to be. */
final class PartFile {

	private static final int BUFFER = 1 << 16;

	private final Path file;
	private final Path part;
	private final ExportFormat format;
	private final boolean keys;

	PartFile(ExportTarget target) {
		file = target.file();
		format = target.format();
		keys = target.keys();
		part = target.partFile();
	}

	Path path() {
		return part;
	}

	/**
	 * Makes it if it is not there, and cuts off a record that was not written to its end.
	 *
	 * @param anew whether what is there is of no use
	 */
	void open(boolean anew) throws IOException {
		if (anew) {
			Files.deleteIfExists(part);
		}
		if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
			if (keys) {
				// who opened it before could read on
				OwnerOnly.create(part);
			} else {
				Files.createFile(part);
			}
		} else if (!Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
			throw new FileAlreadyExistsException(part.toString());
		}
		try (RandomAccessFile bytes = new RandomAccessFile(part.toFile(), "rw")) {
			bytes.setLength(endOfLastRecord(bytes));
		}
	}

	private long endOfLastRecord(RandomAccessFile bytes) throws IOException {
		byte[] buffer = new byte[BUFFER];
		long end = bytes.length();
		while (end > 0) {
			long from = Math.max(0, end - BUFFER);
			int length = (int) (end - from);
			bytes.seek(from);
			bytes.readFully(buffer, 0, length);
			for (int i = length - 1; i >= 0; i--) {
				if (buffer[i] == '\n' && (format == ExportFormat.JSON_LINES || i > 0 && buffer[i - 1] == '\r')) {
					return from + i + 1;
				}
			}
			// one byte of both: an end of two may lie across
			end = from == 0 ? 0 : from + 1;
		}
		return 0;
	}

	/** The columns that it begins with; null if it has none yet. */
	@Nullable CsvLayout layout() throws IOException {
		try (ByteInput input = new ByteInput(Files.newInputStream(part))) {
			CsvRecords.CsvLine header = new CsvRecords(new TextLines(input)).next();
			List<String> cells = header == null ? null : header.cells();
			return cells == null ? null : new CsvLayout(cells.stream().map(Cells::text).toList());
		}
	}

	/** The devices that are in it. */
	Set<String> ids() throws IOException {
		Set<String> ids = new HashSet<>();
		if (Files.size(part) > 0) {
			try (DeviceFileReader reader = DeviceFileReader.open(part)) {
				for (FileEntry entry = reader.next(); entry != null; entry = reader.next()) {
					if (entry instanceof DeviceLine line) {
						ids.add(line.device().deviceId());
					} else if (entry instanceof FileEntry.LineProblem problem && problem.deviceId() != null) {
						ids.add(problem.deviceId());
					}
				}
			}
		}
		return ids;
	}

	/** Leaves nothing behind that is of no use. */
	void deleteIfEmpty() throws IOException {
		if (Files.exists(part) && Files.size(part) == 0) {
			Files.delete(part);
		}
	}

	/** It is whole, and takes the place of the file. */
	void complete() throws IOException {
		Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
	}
}
