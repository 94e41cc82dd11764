// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A typed body on its way to bytes: in the charset the content encoding names, in UTF-8 when it names none, as
 * {@code gzip} does.
 *
 * @param text            what was typed
 * @param contentEncoding of the message, may be empty
 */
record TypedBody(String text, String contentEncoding) {

	byte[] bytes() {
		return text.getBytes(charset());
	}

	/** The first character the charset does not have, which would be sent as a question mark; null if it has them all. */
	@Nullable
	String unmappable() {
		Charset charset = charset();
		if (!charset.canEncode() || charset.newEncoder().canEncode(text)) {
			return null;
		}
		return text.codePoints().mapToObj(Character::toString).filter(c -> !charset.newEncoder().canEncode(c))
				.findFirst().orElse(null);
	}

	/** The charset that the content encoding names; null where the body is compressed, or encoded in a way that is not known here. */
	@Nullable
	Charset namedCharset() {
		try {
			return contentEncoding.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(contentEncoding.strip());
		} catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
			return null;
		}
	}

	private Charset charset() {
		Charset charset = namedCharset();
		return charset != null && charset.canEncode() ? charset : StandardCharsets.UTF_8;
	}
}
