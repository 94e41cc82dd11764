// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.JsonObject;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * The rows of a table as CSV, in which no cell is a formula, or as JSON Lines: an object for each row, with a member for each column that says
 * something there. A table that fits on a screen is written at once.
 *
 * @param headings of the columns
 * @param rows     a text for each column
 */
public record TableExport(List<String> headings, List<List<String>> rows, ExportFormat format) {

	/** Copies what it is given. */
	public TableExport {
		headings = List.copyOf(headings);
		rows = rows.stream().map(List::copyOf).toList();
	}

	/** Writes them to a file; what is at its place stays there until the new one is whole. */
	public void write(Path file) throws IOException {
		try (WholeFile whole = WholeFile.begin(file)) {
			try (BufferedWriter out = TextFile.writer(whole.part())) {
				if (format == ExportFormat.CSV) {
					writeCsv(out);
				} else {
					writeJson(out);
				}
			}
			whole.replace();
		}
	}

	private void writeCsv(BufferedWriter out) throws IOException {
		CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
		writer.writeRecord(headings.stream().map(Cells::guarded).toList());
		for (List<String> row : rows) {
			writer.writeRecord(row.stream().map(Cells::guardedUnlessNumber).toList());
		}
		writer.flush();
	}

	private void writeJson(BufferedWriter out) throws IOException {
		for (List<String> row : rows) {
			JsonObject json = new JsonObject();
			for (int i = 0; i < headings.size(); i++) {
				if (!row.get(i).isEmpty()) {
					json.addProperty(headings.get(i), row.get(i));
				}
			}
			out.write(StrictJson.text(json));
			out.write('\n');
		}
	}
}
