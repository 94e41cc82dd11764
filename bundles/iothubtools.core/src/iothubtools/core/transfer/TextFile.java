// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/**
 * Files of text in UTF-8, which no text fails: in the place of half a character, for which UTF-8 has nothing, is the one that stands for what cannot
 * be told. JSON has it escaped before, and loses nothing.
 */
public final class TextFile {

	private static final byte[] UNKNOWN = "\ufffd".getBytes(StandardCharsets.UTF_8);

	private TextFile() {
	}

	/** Opens one to be written, as {@link Files#newBufferedWriter} does. */
	public static BufferedWriter writer(Path file, OpenOption... options) throws IOException {
		return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file, options), StandardCharsets.UTF_8.newEncoder()
				.replaceWith(UNKNOWN).onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)));
	}
}
