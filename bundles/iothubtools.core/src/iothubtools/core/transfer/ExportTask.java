// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonObject;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.UncheckedHubException;
import iothubtools.core.tasks.TaskCounts;

/**
 * Writes devices of a hub to a file while their pages come (contract §3.3). What an end in the middle leaves is a file of whole records
 * beside it, with {@code .part} at its end; a next run that is to go on keeps those devices and goes on with the others.
 */
public final class ExportTask {

	private static final String ALL = "SELECT * FROM devices";
	private static final String EVERYTHING = "*";
	private static final int PAGE = 1000;

	private final IotHubClient client;
	private final PartFile part;
	private final ExportFormat format;
	private final @Nullable KeyReads keys;
	/** Which devices; empty for all. */
	private final Set<String> asked;
	private Set<String> there = new HashSet<>();
	private @Nullable CsvLayout layout;
	private long written;
	private long kept;

	/** An export; keys cost one GET a device, as no other call gives them. */
	public ExportTask(IotHubClient client, ExportTarget target) {
		this.client = client;
		format = target.format();
		keys = target.keys() ? new KeyReads(client.devices()) : null;
		asked = new LinkedHashSet<>(target.deviceIds());
		part = new PartFile(target);
	}

	/**
	 * Does it.
	 *
	 * @param anew whether what an interrupted run has left is thrown away instead of gone on with
	 * @throws CancellationException within a second of being cancelled
	 */
	public ExportOutcome run(boolean anew, SubMonitor monitor, Cancellation cancellation) throws IOException, HubException {
		part.open(anew);
		there = part.ids();
		kept = there.size();
		layout = format == ExportFormat.CSV ? part.layout() : null;
		boolean whole = false;
		try (BufferedWriter out = TextFile.writer(part.path(), StandardOpenOption.APPEND);
				CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
			for (String query : queries()) {
				client.queries().raw(query).pageSize(PAGE).forEachPage(page -> {
					try {
						write(rows(page.rows(), cancellation), out, csv);
					} catch (IOException e) {
						throw new UncheckedIOException(e);
					}
					monitor.setWorkRemaining(100).worked(1);
					monitor.subTask(NLS.bind(Messages.Export_progress, TaskCounts.number(kept + written)));
				}, cancellation);
			}
			if (format == ExportFormat.CSV && layout == null) {
				csv.writeRecord(CsvLayout.of(List.of(), keys != null).header());
			}
			whole = true;
		} catch (UncheckedIOException e) {
			throw e.getCause();
		} catch (UncheckedHubException e) {
			throw e.failure();
		} finally {
			if (!whole) {
				part.deleteIfEmpty();
			}
		}
		part.complete();
		return new ExportOutcome(written, kept, asked.isEmpty() ? 0 : asked.size() - written - kept);
	}

	/** For devices that are there already nobody is asked again. */
	private List<String> queries() {
		List<String> rest = asked.stream().filter(id -> !there.contains(id)).toList();
		return asked.isEmpty() || rest.size() > NamedDevices.MOST ? List.of(ALL) : NamedDevices.queries(EVERYTHING, rest);
	}

	private List<DeviceRow> rows(List<String> page, Cancellation cancellation) {
		List<DeviceRow> rows = new ArrayList<>(page.size());
		for (String json : page) {
			if (StrictJson.parse(json) instanceof JsonObject twin) {
				DeviceRow row = new DeviceRow(twin);
				// a list that changes while it is read may have a device twice
				if (isAsked(row.deviceId()) && there.add(row.deviceId())) {
					rows.add(row);
				}
			}
		}
		KeyReads reads = keys;
		return reads == null ? rows : reads.add(rows, cancellation);
	}

	private boolean isAsked(String id) {
		return !id.isEmpty() && (asked.isEmpty() || asked.contains(id));
	}

	private void write(List<DeviceRow> rows, BufferedWriter out, CsvWriter csv) throws IOException {
		if (rows.isEmpty()) {
			return;
		}
		if (format == ExportFormat.CSV) {
			CsvLayout columns = layout;
			if (columns == null) {
				columns = CsvLayout.of(rows, keys != null);
				layout = columns;
				csv.writeRecord(columns.header());
			}
			for (DeviceRow row : rows) {
				csv.writeRecord(columns.cells(row));
			}
			csv.flush();
		} else {
			for (DeviceRow row : rows) {
				out.write(StrictJson.text(row.toJson()));
				out.write('\n');
			}
		}
		out.flush();
		written += rows.size();
	}
}
