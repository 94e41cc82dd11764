// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;

import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.client.commands.Payload;
import iothubtools.client.text.HalfCharacters;
import iothubtools.core.transfer.StrictJson;

/**
 * The body of a message, read by what the message says of it, content type and content encoding (contract §7.1), and by what it is where the
 * message says nothing, or something that is not so.
 *
 * @param bytes unpacked where it was packed
 * @param text  null where it is no text
 * @param json  null where it is no JSON
 * @param notes what a person should know of it
 */
public record MessageBody(byte[] bytes, @Nullable String text, @Nullable JsonElement json, Set<Note> notes) {

	/** As much of a packed body is unpacked. */
	public static final int MOST_UNPACKED = 4 << 20;

	private static final int CHUNK = 8192;
	private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
	private static final Gson PRETTY = new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();

	/** What a person should know of a body. */
	public enum Note {
		/** It was packed, and is shown unpacked. */
		UNPACKED,
		/** It is said to be packed and is not. */
		NOT_PACKED,
		/** It is packed and damaged: what could be unpacked is shown. */
		DAMAGED,
		/** More than {@value MessageBody#MOST_UNPACKED} bytes were packed; the rest is not shown. */
		CUT_SHORT,
		/** The content encoding is none that is known here. */
		UNKNOWN_ENCODING,
		/** The content type says JSON, and it is none. */
		NO_JSON,
		/** It is said to be text, or in an encoding of characters, and is not. */
		NO_TEXT
	}

	/** The body of a message. */
	public static MessageBody of(TelemetryMessage message) {
		return of(message.body(), message.system().contentType(), message.system().contentEncoding());
	}

	/**
	 * The body of a message of any kind.
	 *
	 * @param type     its content type; null where it says none
	 * @param encoding its content encoding; null where it says none
	 */
	public static MessageBody of(Payload payload, @Nullable String type, @Nullable String encoding) {
		Set<Note> notes = EnumSet.noneOf(Note.class);
		String packing = plain(encoding);
		byte[] bytes = unpacked(payload.bytes(), packing, notes);
		boolean packed = notes.contains(Note.UNPACKED) || notes.contains(Note.NOT_PACKED);
		Charset charset = packed || packing.isEmpty() || packing.equals("identity") ? charsetOfType(type, notes) : charset(packing, notes);
		return read(bytes, type, charset, notes);
	}

	private static MessageBody read(byte[] bytes, @Nullable String type, @Nullable Charset charset, Set<Note> notes) {
		boolean saysJson = isJson(type);
		boolean saysText = saysJson || plain(type).startsWith("text/");
		String text = charset == null ? null : decoded(bytes, charset);
		if (text != null && !saysText && !isPrintable(text)) {
			text = null;
		}
		// of a message that says nothing of it, a number or a word is a text
		JsonElement json = text == null ? null : json(text);
		if (json != null && !saysJson && !json.isJsonObject() && !json.isJsonArray()) {
			json = null;
		}
		if (saysJson && json == null && !notes.contains(Note.CUT_SHORT) && !notes.contains(Note.DAMAGED)) {
			notes.add(Note.NO_JSON);
		} else if (saysText && text == null && !notes.contains(Note.UNKNOWN_ENCODING)) {
			notes.add(Note.NO_TEXT);
		}
		return new MessageBody(bytes, text, json, notes);
	}

	/** The JSON of a body and nothing else; null if it is none. */
	static @Nullable JsonElement json(TelemetryMessage message) {
		return message.body().size() == 0 ? null : of(message).json();
	}

	/** The text of a body and nothing else; null if it is none. */
	static @Nullable String text(TelemetryMessage message) {
		String encoding = plain(message.system().contentEncoding());
		return encoding.isEmpty() || encoding.equals("utf-8") ? decoded(message.body().bytes(), StandardCharsets.UTF_8) : of(message).text();
	}

	/** Whether it is JSON, for those who do not need its parts. */
	public boolean hasJson() {
		return json != null;
	}

	/** JSON on many lines, text as it is; null where it is neither. */
	public @Nullable String readable() {
		return json == null ? text : HalfCharacters.escaped(PRETTY.toJson(json));
	}

	/** JSON on one line; null where it is none. */
	public @Nullable String compactJson() {
		return json == null ? null : HalfCharacters.escaped(GSON.toJson(json));
	}

	private static String plain(@Nullable String value) {
		return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
	}

	/** Whether a content type is that of JSON. */
	static boolean isJson(@Nullable String contentType) {
		String type = plain(contentType);
		int parameters = type.indexOf(';');
		String name = (parameters < 0 ? type : type.substring(0, parameters)).strip();
		return name.equals("application/json") || name.equals("text/json") || name.endsWith("+json");
	}

	private static @Nullable Charset charsetOfType(@Nullable String contentType, Set<Note> notes) {
		String type = plain(contentType);
		int at = type.indexOf("charset=");
		return at < 0 ? StandardCharsets.UTF_8 : charset(type.substring(at + 8).replaceFirst("^\"", "").replaceFirst("[\";].*", "").strip(), notes);
	}

	private static @Nullable Charset charset(String name, Set<Note> notes) {
		try {
			return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
		} catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
			notes.add(Note.UNKNOWN_ENCODING);
			return null;
		}
	}

	private static byte[] unpacked(byte[] bytes, String encoding, Set<Note> notes) {
		boolean gzip = encoding.equals("gzip") || encoding.equals("x-gzip");
		if (!gzip && !encoding.equals("deflate") || bytes.length == 0) {
			return bytes;
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (InputStream in = gzip ? new GZIPInputStream(new ByteArrayInputStream(bytes)) : new InflaterInputStream(new ByteArrayInputStream(bytes))) {
			byte[] chunk = new byte[CHUNK];
			for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
				if (out.size() + read > MOST_UNPACKED) {
					out.write(chunk, 0, MOST_UNPACKED - out.size());
					notes.add(Note.CUT_SHORT);
					break;
				}
				out.write(chunk, 0, read);
			}
		} catch (IOException e) {
			if (out.size() == 0) {
				notes.add(Note.NOT_PACKED);
				return bytes;
			}
			notes.add(Note.DAMAGED);
		}
		notes.add(Note.UNPACKED);
		return out.toByteArray();
	}

	private static @Nullable String decoded(byte[] bytes, Charset charset) {
		try {
			return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
					.decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException e) {
			return null;
		}
	}

	private static boolean isPrintable(String text) {
		return text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f);
	}

	/** The one value that is in the text, by the letter of RFC 8259; null if it is no JSON. */
	private static @Nullable JsonElement json(String text) {
		int at = 0;
		while (at < text.length() && text.charAt(at) <= ' ') {
			at++;
		}
		// spares most texts an exception
		if (at == text.length() || "{[\"-0123456789tfn".indexOf(text.charAt(at)) < 0) {
			return null;
		}
		return StrictJson.parse(text);
	}
}
