// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.io.StringReader;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** JSON by the letter of RFC 8259; numbers stay as they were written. */
final class StrictJson {

	private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
	private static final TypeAdapter<JsonElement> ELEMENTS = GSON.getAdapter(JsonElement.class);

	private StrictJson() {
	}

	/** The one value that is in the text; null if it is no JSON. */
	static @Nullable JsonElement parse(String text) {
		JsonReader reader = new JsonReader(new StringReader(text));
		reader.setStrictness(Strictness.STRICT);
		try {
			JsonElement json = ELEMENTS.read(reader);
			return reader.peek() == JsonToken.END_DOCUMENT ? json : null;
		} catch (IOException | JsonParseException | IllegalStateException e) {
			// the reason repeats parts of the text, which may be a key
			return null;
		}
	}

	/** On one line. */
	static String text(JsonElement json) {
		return GSON.toJson(json);
	}
}
