// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.transfer.TextLines.TextLine;

/**
 * The elements of a JSON array as the texts they are, with the lines where they begin. Only what holds them together is looked at: an
 * element that is wrong inside does not cost the next one.
 */
final class JsonElements implements JsonEntries.Texts {

	private final ByteInput input;
	private final Utf8 utf8 = new Utf8();
	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private long line = 1;
	private int last;
	private boolean begun;
	private boolean ended;

	/** @param input stands before the bracket that opens the array */
	JsonElements(ByteInput input) {
		this.input = input;
	}

	@Override
	public @Nullable TextLine next() throws IOException {
		if (ended) {
			return null;
		}
		int b = read();
		// the bracket before the first, commas between, and space anywhere
		while (b == '[' && !begun || b == ',' || isSpace(b)) {
			begun |= b == '[';
			b = read();
		}
		if (b == ']') {
			ended = true;
			return null;
		}
		if (b == ByteInput.END) {
			ended = true;
			return new TextLine(line, null, "", Messages.Json_notClosed);
		}
		return element(b);
	}

	private TextLine element(int first) throws IOException {
		long begins = line;
		bytes.reset();
		int depth = 0;
		boolean inString = false;
		boolean escaped = false;
		int b = first;
		while (true) {
			if (b == ByteInput.END || bytes.size() == Utf8.MAX_LENGTH) {
				ended = true;
				return new TextLine(begins, null, "", b == ByteInput.END ? Messages.Json_notClosed : Messages.Line_tooLong);
			}
			bytes.write(b);
			if (inString) {
				inString = escaped || b != '"';
				escaped = b == '\\' && !escaped;
			} else if (b == '"') {
				inString = true;
			} else if (b == '{' || b == '[') {
				depth++;
			} else if (b == '}' || b == ']') {
				depth--;
			}
			int next = input.peek();
			if (depth <= 0 && !inString && (next == ',' || next == ']' || isSpace(next) || next == ByteInput.END)) {
				return new TextLine(begins, utf8.text(bytes.toByteArray(), bytes.size()), "", Messages.Line_notUtf8);
			}
			b = read();
		}
	}

	private int read() throws IOException {
		int b = input.read();
		if (b == '\n' && last != '\r' || b == '\r') {
			line++;
		}
		last = b;
		return b;
	}

	private static boolean isSpace(int b) {
		return b == ' ' || b == '\t' || b == '\r' || b == '\n';
	}
}
