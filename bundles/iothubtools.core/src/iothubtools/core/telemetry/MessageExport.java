// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.core.transfer.TextFile;
import iothubtools.core.transfer.WholeFile;

/**
 * Messages as JSON Lines or CSV.
 *
 * @param fields what has a column of its own in CSV, beside what every message has and all application properties
 */
public record MessageExport(List<NumberedMessage> messages, List<MessageField> fields, ExportFormat format) {

	private static final int STEP = 500;

	/** All of them as text, as for the clipboard. */
	public String text() {
		StringWriter text = new StringWriter();
		try {
			write(text, SubMonitor.convert(null));
		} catch (IOException e) {
			throw new IllegalStateException("A text in memory is no file", e);
		}
		return text.toString();
	}

	/**
	 * Writes them to a file; what is at its place stays there until the new one is whole.
	 *
	 * @throws OperationCanceledException if the monitor was cancelled
	 */
	public void write(Path file, IProgressMonitor monitor) throws IOException {
		try (WholeFile whole = WholeFile.begin(file)) {
			try (BufferedWriter out = TextFile.writer(whole.part())) {
				write(out, SubMonitor.convert(monitor, messages.size() / STEP + 1));
			}
			whole.replace();
		}
	}

	private void write(Writer out, SubMonitor monitor) throws IOException {
		if (format == ExportFormat.JSON_LINES) {
			for (int i = 0; i < messages.size(); i++) {
				out.write(MessageJson.line(messages.get(i).message()));
				out.write('\n');
				worked(i, monitor);
			}
			return;
		}
		MessageCsv csv = new MessageCsv(messages, fields);
		CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
		writer.writeRecord(csv.header());
		for (int i = 0; i < messages.size(); i++) {
			writer.writeRecord(csv.cells(messages.get(i).message()));
			worked(i, monitor);
		}
		writer.flush();
	}

	private static void worked(int index, SubMonitor monitor) {
		if (index % STEP == 0) {
			monitor.checkCanceled();
			monitor.worked(1);
		}
	}
}
