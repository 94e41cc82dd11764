// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.transfer.CsvRecords.CsvLine;
import iothubtools.core.transfer.TextLines.TextLine;

/** A CSV file with a header; its separator is the comma, semicolon or tab that the header has most. */
final class CsvEntries implements Entries {

	private static final String SEPARATOR_LINE = "sep=";
	private static final String SEPARATORS = ",;\t";

	private final CsvRecords records;
	private final Queue<FileEntry> told = new ArrayDeque<>();
	/** What each column is; null for one that is left out. Empty before the header was read, and after one that is of no use. */
	private final List<@Nullable String> columns = new ArrayList<>();
	private boolean begun;

	CsvEntries(TextLines lines) {
		records = new CsvRecords(lines);
	}

	@Override
	public @Nullable FileEntry next() throws IOException {
		if (!begun) {
			begun = true;
			header();
		}
		if (!told.isEmpty()) {
			return told.remove();
		}
		CsvLine line = columns.isEmpty() ? null : records.next();
		return line == null ? null : entry(line);
	}

	private void header() throws IOException {
		TextLine first = records.peek();
		String text = first == null ? null : first.text();
		// Excel's way to tell it
		if (text != null && text.length() == SEPARATOR_LINE.length() + 1 && text.regionMatches(true, 0, SEPARATOR_LINE, 0, 4)) {
			records.skip();
			records.separator(text.charAt(SEPARATOR_LINE.length()));
		} else if (text != null) {
			records.separator(separator(text));
		}
		CsvLine header = records.next();
		if (header == null) {
			told.add(new FileEntry.LineProblem(1, null, Messages.File_empty));
			return;
		}
		List<String> cells = header.cells();
		if (cells == null) {
			told.add(new FileEntry.LineProblem(header.line(), null, header.reason()));
			return;
		}
		cells.forEach(cell -> column(header.line(), cell.strip()));
		String problem = problem();
		if (problem != null) {
			columns.clear();
			told.clear();
			told.add(new FileEntry.LineProblem(header.line(), null, problem));
		}
	}

	private void column(long line, String name) {
		String known = FileColumns.known(name);
		columns.add(known);
		if (known == null && !name.isEmpty() && !FileColumns.isOfTheHub(name)) {
			told.add(new FileEntry.UnknownColumn(line, name));
		}
	}

	private @Nullable String problem() {
		if (!columns.contains(FileColumns.DEVICE_ID)) {
			return Messages.Csv_noDeviceId;
		}
		Set<String> seen = new HashSet<>();
		for (String column : columns) {
			if (column != null && !seen.add(column)) {
				return NLS.bind(Messages.Csv_columnTwice, column);
			}
		}
		return null;
	}

	private static char separator(String header) {
		char best = ',';
		for (char c : SEPARATORS.toCharArray()) {
			if (count(header, c) > count(header, best)) {
				best = c;
			}
		}
		return best;
	}

	private static long count(String text, char c) {
		return text.chars().filter(each -> each == c).count();
	}

	private FileEntry entry(CsvLine line) {
		List<String> cells = line.cells();
		if (cells == null) {
			return new FileEntry.LineProblem(line.line(), null, line.reason());
		}
		DeviceFields fields = new DeviceFields();
		try {
			for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
				String column = columns.get(i);
				if (column != null) {
					fields.put(column, Cells.text(cells.get(i)));
				}
			}
			if (cells.size() != columns.size()) {
				return new FileEntry.LineProblem(line.line(), fields.deviceId(),
						NLS.bind(Messages.Csv_cells, cells.size(), columns.size()));
			}
			return fields.device(line.line());
		} catch (InvalidInputException e) {
			return new FileEntry.LineProblem(line.line(), fields.deviceId(), NLS.bind(Messages.Field_problem, e.field(), e.reason()));
		}
	}
}
