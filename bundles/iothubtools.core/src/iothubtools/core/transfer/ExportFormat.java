// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.nio.file.Path;
import java.util.Locale;

/** How devices are written; {@link DeviceFileReader} reads each. */
public enum ExportFormat {
	/** With a header, for spreadsheets: no cell begins as a formula does. */
	CSV,
	/** An object a line. */
	JSON_LINES;

	/**
	 * The one that a file's name ends with.
	 *
	 * @param otherwise that of a name that says nothing of it
	 */
	public static ExportFormat of(Path file, ExportFormat otherwise) {
		String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		return switch (name.substring(Math.max(0, name.lastIndexOf('.')))) {
		case ".csv" -> CSV;
		case ".json", ".jsonl", ".ndjson" -> JSON_LINES;
		default -> otherwise;
		};
	}
}
