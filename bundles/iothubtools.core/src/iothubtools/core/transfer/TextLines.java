// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;

/** The lines of a file, whether they end by LF, CR or both. */
final class TextLines {

	/**
	 * A line.
	 *
	 * @param number from 1
	 * @param text   null if it cannot be read
	 * @param end    what ended it
	 * @param reason why it cannot be read
	 */
	record TextLine(long number, @Nullable String text, String end, String reason) {
	}

	private final ByteInput input;
	private final Utf8 utf8 = new Utf8();
	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private long number;

	TextLines(ByteInput input) {
		this.input = input;
	}

	/** The next line; null at the end. */
	@Nullable TextLine next() throws IOException {
		if (input.peek() == ByteInput.END) {
			return null;
		}
		number++;
		bytes.reset();
		boolean tooLong = false;
		while (true) {
			int b = input.read();
			if (b == '\n' || b == '\r' || b == ByteInput.END) {
				return line(end(b), tooLong);
			}
			// the rest of an endless line is passed over, not kept
			tooLong |= bytes.size() == Utf8.MAX_LENGTH;
			if (!tooLong) {
				bytes.write(b);
			}
		}
	}

	private String end(int b) throws IOException {
		if (b == '\r' && input.peek() == '\n') {
			input.read();
			return "\r\n";
		}
		return b == ByteInput.END ? "" : String.valueOf((char) b);
	}

	private TextLine line(String end, boolean tooLong) {
		if (tooLong) {
			return new TextLine(number, null, end, Messages.Line_tooLong);
		}
		return new TextLine(number, utf8.text(bytes.toByteArray(), bytes.size()), end, Messages.Line_notUtf8);
	}
}
