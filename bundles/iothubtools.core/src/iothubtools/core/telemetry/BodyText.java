// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.client.commands.Payload;

/** Bodies as text for a person. */
public final class BodyText {

	/** As many bytes of a body are shown in hexadecimal. */
	public static final int MOST_HEX = 64 << 10;

	private static final int PER_LINE = 16;
	private static final int PREVIEW = 240;
	private static final HexFormat HEX = HexFormat.of().withDelimiter(" ");

	private BodyText() {
	}

	/** Lines of an offset, {@value #PER_LINE} bytes and what they are as ASCII, of the first {@link #MOST_HEX}. */
	public static String hex(byte[] bytes) {
		int length = Math.min(bytes.length, MOST_HEX);
		StringBuilder lines = new StringBuilder(length * 5);
		for (int at = 0; at < length; at += PER_LINE) {
			int end = Math.min(length, at + PER_LINE);
			String numbers = HEX.formatHex(bytes, at, end);
			lines.append(HexFormat.of().toHexDigits(at, 6)).append("  ").append(numbers).append(" ".repeat(3 * PER_LINE + 1 - numbers.length()));
			for (int i = at; i < end; i++) {
				lines.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
			}
			lines.append('\n');
		}
		return lines.toString();
	}

	/** The beginning of a body on one line, for a table; never reads more of it than that. */
	public static String preview(TelemetryMessage message) {
		return preview(message.body(), message.system().contentType(), message.system().contentEncoding());
	}

	/**
	 * The same of a message of any kind.
	 *
	 * @param type     its content type; null where it says none
	 * @param encoding its content encoding; null where it says none
	 */
	public static String preview(Payload payload, @Nullable String type, @Nullable String encoding) {
		byte[] whole = payload.bytes();
		boolean packed = encoding != null && (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip") || encoding.equalsIgnoreCase("deflate"));
		if (packed) {
			String text = MessageBody.of(payload, type, encoding).text();
			return text == null ? HEX.formatHex(whole, 0, Math.min(whole.length, PREVIEW / 3)) : oneLine(text.substring(0, Math.min(PREVIEW, text.length())));
		}
		byte[] begin = whole.length > 4 * PREVIEW ? Arrays.copyOf(whole, 4 * PREVIEW) : whole;
		String text = new String(begin, charset(encoding));
		if (begin.length < whole.length) {
			text = text.substring(0, Math.min(PREVIEW, text.length()));
		}
		boolean binary = text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0xfffd);
		return binary ? HEX.formatHex(whole, 0, Math.min(whole.length, PREVIEW / 3)) : oneLine(text);
	}

	private static Charset charset(@Nullable String encoding) {
		try {
			return encoding == null || encoding.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(encoding.strip());
		} catch (IllegalArgumentException e) {
			return StandardCharsets.UTF_8;
		}
	}

	private static String oneLine(String text) {
		String line = text.strip().replaceAll("\\s+", " ");
		return line.length() > PREVIEW ? line.substring(0, PREVIEW) : line;
	}
}
