// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.json;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.errors.HubError;

/** JSON as the service reads and writes it: members in the order written, nulls written. */
public final class Json {

	private static final TypeAdapter<JsonElement> ELEMENTS = new Gson().getAdapter(JsonElement.class);

	private Json() {
	}

	/** What writes one JSON value. */
	@FunctionalInterface
	public interface Content {
		/** Writes it. */
		void writeTo(JsonWriter json) throws IOException;
	}

	/** The UTF-8 bytes of a JSON value. */
	public static byte[] write(Content content) {
		Utf8Writer bytes = new Utf8Writer();
		try (JsonWriter json = writer(bytes)) {
			content.writeTo(json);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	/** Writes as the service does. */
	static JsonWriter writer(Writer text) {
		JsonWriter json = new JsonWriter(text);
		json.setSerializeNulls(true);
		json.setHtmlSafe(false);
		return json;
	}

	/** The text of a JSON value, as {@link #write} writes it. */
	public static String text(JsonElement value) {
		StringWriter text = new StringWriter();
		try (JsonWriter json = writer(text)) {
			ELEMENTS.write(json, value);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return text.toString();
	}

	/** A JSON object as it is to be written. */
	public static JsonObject object(Content content) {
		return read(new String(write(content), StandardCharsets.UTF_8)).getAsJsonObject();
	}

	/**
	 * The JSON object a request body holds.
	 *
	 * @throws HubError 400 when it is anything else
	 */
	public static JsonObject readObject(byte[] body) {
		if (read(body) instanceof JsonObject object) {
			return object;
		}
		throw HubError.argumentInvalid("The request body must be a JSON object.");
	}

	/**
	 * The JSON object a request body about an identity holds: there the service also takes names without quotes or in single
	 * ones. Whatever else this reader takes beyond JSON is still a fault.
	 *
	 * @throws HubError 400 when it is anything else
	 */
	public static JsonObject readLoosely(byte[] body) {
		if (loose(body) instanceof JsonObject object) {
			return object;
		}
		throw HubError.argumentInvalid("The request body must be a JSON object.");
	}

	/**
	 * The JSON array a request body about identities holds, read as {@link #readLoosely} reads an object.
	 *
	 * @throws HubError 400 when it is anything else
	 */
	public static JsonArray readArrayLoosely(byte[] body) {
		if (loose(body) instanceof JsonArray array) {
			return array;
		}
		throw HubError.argumentInvalid("The request body must be a JSON array.");
	}

	private static JsonElement loose(byte[] body) {
		try {
			return read(new RequestJson(new StringReader(LooseNames.quoted(utf8(body)))));
		} catch (IOException | JsonParseException e) {
			throw notJson();
		}
	}

	/**
	 * The JSON array a request body holds.
	 *
	 * @throws HubError 400 when it is anything else
	 */
	public static JsonArray readArray(byte[] body) {
		if (read(body) instanceof JsonArray array) {
			return array;
		}
		throw HubError.argumentInvalid("The request body must be a JSON array.");
	}

	/**
	 * The JSON value a request body is.
	 *
	 * @throws HubError 400 when it is none, 413 when it has more values than the hub takes
	 */
	public static JsonElement read(byte[] body) {
		try {
			return read(new RequestJson(new StringReader(utf8(body))));
		} catch (IOException | JsonParseException e) {
			throw notJson();
		}
	}

	private static HubError notJson() {
		return HubError.argumentInvalid("The request body is not valid JSON.");
	}

	/**
	 * The JSON value a text is; numbers keep their digits.
	 *
	 * @throws JsonParseException when it is not one JSON value
	 */
	public static JsonElement read(String text) {
		return read(new JsonReader(new StringReader(text)));
	}

	private static JsonElement read(JsonReader text) {
		try (JsonReader reader = text) {
			JsonElement element = ELEMENTS.read(reader);
			if (element != null && reader.peek() == JsonToken.END_DOCUMENT) {
				return element;
			}
		} catch (IOException | NumberFormatException e) {
			throw new JsonParseException("not JSON", e);
		}
		throw new JsonParseException("more than one JSON value");
	}

	/** Writes a JSON value as part of another. */
	public static void write(JsonWriter json, JsonElement element) throws IOException {
		ELEMENTS.write(json, element);
	}

	private static String utf8(byte[] body) throws CharacterCodingException {
		return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
	}
}
