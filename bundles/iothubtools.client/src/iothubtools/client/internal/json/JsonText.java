// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.json;

import java.io.IOException;
import java.io.StringReader;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import iothubtools.client.text.HalfCharacters;

/** JSON as text. Members that are null are written, and characters as they are: {@code =} not as {@code \u003d}. */
public final class JsonText {

	private static final Gson COMPACT = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
	private static final TypeAdapter<JsonElement> ELEMENTS = COMPACT.getAdapter(JsonElement.class);
	private static final Gson PRETTY = COMPACT.newBuilder().setPrettyPrinting().create();

	private JsonText() {
	}

	/**
	 * Reads exactly one JSON value, strictly: {@link com.google.gson.JsonParser} would take any word for a string.
	 *
	 * @throws IOException if {@code text} is no JSON; its message repeats parts of the text and must not be shown
	 */
	public static JsonElement parse(String text) throws IOException {
		JsonReader reader = new JsonReader(new StringReader(text));
		try {
			JsonElement json = ELEMENTS.read(reader);
			if (reader.peek() == JsonToken.END_DOCUMENT) {
				return json;
			}
		} catch (JsonParseException | IllegalStateException e) {
			throw new IOException(e);
		}
		throw new IOException("More follows after the JSON");
	}

	/** Whether a text is exactly one JSON value. */
	public static boolean isJson(String text) {
		try {
			parse(text);
			return true;
		} catch (IOException e) {
			return false;
		}
	}

	/** The value {@code reader} stands at. */
	public static JsonElement read(JsonReader reader) throws IOException {
		return ELEMENTS.read(reader);
	}

	/** On one line. */
	public static String compact(JsonElement json) {
		return HalfCharacters.escaped(COMPACT.toJson(json));
	}

	/** Indented by two spaces. */
	public static String pretty(JsonElement json) {
		return HalfCharacters.escaped(PRETTY.toJson(json));
	}
}
