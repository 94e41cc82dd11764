// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.text.HalfCharacters;

/** JSON by the letter of RFC 8259, also with escaped halves of characters; numbers stay as they were written. */
public final class StrictJson {

	private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
	/** What may be one. */
	private static final Pattern HALF = Pattern.compile("\\\\u[dD][89a-fA-F]|[\\ud800-\\udfff]");
	private static final TypeAdapter<JsonElement> ELEMENTS = GSON.getAdapter(JsonElement.class);

	private StrictJson() {
	}

	/** The one value that is in the text; null if it is no JSON. */
	public static @Nullable JsonElement parse(String text) {
		JsonElement json = parse(text, Strictness.STRICT);
		// Gson refuses halves of characters where it is strict, and reads them where it is not
		return json != null || !HALF.matcher(text).find() || !JsonDocument.read(text).problems().isEmpty() ? json
				: parse(text, Strictness.LEGACY_STRICT);
	}

	private static @Nullable JsonElement parse(String text, Strictness strictness) {
		JsonReader reader = new JsonReader(new StringReader(text));
		reader.setStrictness(strictness);
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
		return HalfCharacters.escaped(GSON.toJson(json));
	}
}
