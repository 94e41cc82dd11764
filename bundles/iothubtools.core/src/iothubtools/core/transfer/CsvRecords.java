// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import iothubtools.core.transfer.TextLines.TextLine;

/**
 * The records of a CSV file. Which lines belong together is found out here, so that a quotation mark that is never closed costs its
 * own line and not the rest of the file.
 */
final class CsvRecords {

	/**
	 * A record.
	 *
	 * @param line   where it begins
	 * @param cells  null if it is none
	 * @param reason why it is none
	 */
	record CsvLine(long line, @Nullable List<String> cells, String reason) {
	}

	/** Lines that a value in quotation marks may have. */
	private static final int MAX_LINES = 200;

	private final TextLines lines;
	private final Deque<TextLine> ahead = new ArrayDeque<>();
	private CsvReader.CsvReaderBuilder reader = CsvReader.builder();
	private char separator = ',';

	CsvRecords(TextLines lines) {
		this.lines = lines;
	}

	void separator(char newSeparator) {
		separator = newSeparator;
		reader = CsvReader.builder().fieldSeparator(newSeparator);
	}

	/** The next line that is not empty, which stays the next one; null at the end. */
	@Nullable TextLine peek() throws IOException {
		TextLine line = take();
		while (line != null && line.text() != null && line.text().isBlank()) {
			line = take();
		}
		if (line != null) {
			ahead.addFirst(line);
		}
		return line;
	}

	/** Passes over a line. */
	void skip() throws IOException {
		take();
	}

	/** The next record; null at the end. */
	@Nullable CsvLine next() throws IOException {
		TextLine first = peek() == null ? null : take();
		if (first == null) {
			return null;
		}
		String text = first.text();
		if (text == null) {
			return new CsvLine(first.number(), null, first.reason());
		}
		List<TextLine> more = new ArrayList<>();
		String whole = whole(first, text, more);
		if (whole != null) {
			try {
				return new CsvLine(first.number(), reader.ofSingleCsvRecord(whole).getFields(), "");
			} catch (CsvParseException e) {
				// its text repeats characters of the line; what is wrong is always the quotation marks
			}
		}
		for (int i = more.size() - 1; i >= 0; i--) {
			ahead.addFirst(more.get(i));
		}
		return new CsvLine(first.number(), null, Messages.Csv_quotes);
	}

	/** The line with those that its quotation marks join to it; null if they are never closed. */
	private @Nullable String whole(TextLine first, String text, List<TextLine> more) throws IOException {
		if (!isOpen(text, false)) {
			return text;
		}
		StringBuilder whole = new StringBuilder(text);
		String end = first.end();
		while (more.size() < MAX_LINES && whole.length() < Utf8.MAX_LENGTH) {
			TextLine line = take();
			if (line == null) {
				return null;
			}
			more.add(line);
			String next = line.text();
			if (next == null) {
				return null;
			}
			whole.append(end).append(next);
			if (!isOpen(next, true)) {
				return whole.toString();
			}
			end = line.end();
		}
		return null;
	}

	/** Whether a value in quotation marks goes on after this line. */
	private boolean isOpen(String text, boolean open) {
		boolean inQuotes = open;
		boolean begins = !open;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (inQuotes) {
				// two of them are one, and close and open it again here
				inQuotes = c != '"';
				begins = false;
			} else if (c == '"') {
				inQuotes = begins || i > 0 && text.charAt(i - 1) == '"';
				begins = false;
			} else {
				begins = c == separator;
			}
		}
		return inQuotes;
	}

	private @Nullable TextLine take() throws IOException {
		TextLine line = ahead.pollFirst();
		return line == null ? lines.next() : line;
	}
}
