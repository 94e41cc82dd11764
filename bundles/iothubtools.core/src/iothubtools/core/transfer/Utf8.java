// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.Nullable;

/** Text out of bytes, strictly: what is no UTF-8 is no text, rather than one with question marks. */
final class Utf8 {

	/** A device with all that a twin may hold is a twentieth of it. */
	static final int MAX_LENGTH = 1 << 20;

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

	/** The text; null if the bytes are none. */
	@Nullable String text(byte[] bytes, int length) {
		try {
			return decoder.decode(ByteBuffer.wrap(bytes, 0, length)).toString();
		} catch (CharacterCodingException e) {
			return null;
		}
	}
}
