// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.queries;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;
import iothubtools.core.transfer.Cells;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.core.transfer.TextFile;
import iothubtools.core.transfer.WholeFile;

/**
 * Runs a query and writes all its rows to a file, of which none has to be in memory (contract §3.3). What is at the place of the file stays
 * there until the new one is whole. In CSV each path of any row is a column, and no cell begins as a formula does.
 */
public record ExportQueryOperation(HubConnection connection, String query, Path file, ExportFormat format) implements ServiceOperation<Long> {

	private static final int PAGE = 1000;

	@Override
	public String title() {
		return NLS.bind(Messages.ExportQuery_title, connection.name(), file.getFileName());
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	/** @return the number of rows */
	@Override
	public Long run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws IOException, HubException {
		try (WholeFile lines = WholeFile.begin(file)) {
			RowPaths paths = new RowPaths(Integer.MAX_VALUE);
			long rows = download(session, lines.part(), paths, monitor, cancellation);
			if (format == ExportFormat.CSV) {
				try (WholeFile csv = WholeFile.begin(file)) {
					writeCsv(lines.part(), csv.part(), paths, cancellation);
					csv.replace();
				}
			} else {
				lines.replace();
			}
			return rows;
		}
	}

	private long download(HubSession session, Path lines, RowPaths paths, SubMonitor monitor, Cancellation cancellation)
			throws IOException, HubException {
		long[] rows = { 0 };
		try (BufferedWriter out = TextFile.writer(lines)) {
			return session.client().queries().raw(query).pageSize(PAGE).forEachPage(page -> {
				try {
					for (String json : page.rows()) {
						if (format == ExportFormat.CSV) {
							paths.values(json);
						}
						out.write(json);
						out.write('\n');
					}
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
				rows[0] += page.rows().size();
				monitor.setWorkRemaining(100).worked(1);
				monitor.subTask(NLS.bind(Messages.RunQuery_progress, rows[0]));
			}, cancellation);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static void writeCsv(Path lines, Path csv, RowPaths paths, Cancellation cancellation) throws IOException {
		List<String> columns = List.copyOf(paths.all());
		try (BufferedReader in = Files.newBufferedReader(lines, StandardCharsets.UTF_8);
				BufferedWriter out = TextFile.writer(csv);
				CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
			writer.writeRecord(columns.stream().map(Cells::guarded).toList());
			for (String json = in.readLine(); json != null; json = in.readLine()) {
				cancellation.check();
				@Nullable Object[] values = paths.values(json);
				List<String> cells = new ArrayList<>(columns.size());
				for (int i = 0; i < columns.size(); i++) {
					Object value = i < values.length ? values[i] : null;
					// a number is none of a formula, not even a negative one
					cells.add(value == null ? "" : value instanceof String text ? Cells.guarded(text) : value.toString());
				}
				writer.writeRecord(cells);
			}
		}
	}
}
