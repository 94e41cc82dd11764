// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * Reads devices from a file in UTF-8, one after the other: CSV with a header, JSON Lines or a JSON array, told apart by the first
 * character. A line that is no device is told with its number and does not stop those after it; of lines with the same id the
 * first one counts. Holds one line at a time, and the ids. Not safe for threads.
 */
public final class DeviceFileReader implements Closeable {

	private final ByteInput input;
	private final Entries entries;
	private final Map<String, Long> lines = new HashMap<>();

	/** @param in closed with this */
	public DeviceFileReader(InputStream in) throws IOException {
		input = new ByteInput(in);
		entries = entries(input);
	}

	/** Opens a file. */
	public static DeviceFileReader open(Path file) throws IOException {
		return new DeviceFileReader(Files.newInputStream(file));
	}

	private static Entries entries(ByteInput input) throws IOException {
		if (input.skipped(0xFF, 0xFE) || input.skipped(0xFE, 0xFF)) {
			return new Once(new FileEntry.LineProblem(1, null, Messages.File_utf16))::next;
		}
		input.skipped(0xEF, 0xBB, 0xBF);
		return switch (input.firstVisible()) {
		case '[' -> new JsonEntries(new JsonElements(input));
		case '{' -> new JsonEntries(new TextLines(input)::next);
		default -> new CsvEntries(new TextLines(input));
		};
	}

	/**
	 * The next one; null at the end.
	 *
	 * @throws IOException if the file cannot be read
	 */
	public @Nullable FileEntry next() throws IOException {
		FileEntry entry = entries.next();
		if (entry instanceof FileEntry.DeviceLine device) {
			String id = device.device().deviceId();
			Long first = lines.putIfAbsent(id, device.line());
			if (first != null) {
				return new FileEntry.LineProblem(device.line(), id, NLS.bind(Messages.Line_duplicate, first));
			}
		}
		return entry;
	}

	@Override
	public void close() throws IOException {
		input.close();
	}

	/** All there is to say of a file that is of no use. */
	private static final class Once {
		private @Nullable FileEntry entry;

		Once(FileEntry entry) {
			this.entry = entry;
		}

		@Nullable FileEntry next() {
			FileEntry told = entry;
			entry = null;
			return told;
		}
	}
}
