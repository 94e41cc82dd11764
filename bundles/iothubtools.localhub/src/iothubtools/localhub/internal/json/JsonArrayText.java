// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.json;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.google.gson.stream.JsonWriter;

/** A JSON array that is written element by element, in little room. */
public final class JsonArrayText {

	private final Utf8Writer bytes = new Utf8Writer();
	private final JsonWriter json = Json.writer(bytes);

	/** An empty one. */
	public JsonArrayText() {
		try {
			json.beginArray();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** One element more. */
	public void add(Json.Content element) {
		try {
			element.writeTo(json);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** How many bytes it has about: characters beyond ASCII that were written last count as one. */
	public int length() {
		return bytes.length();
	}

	/** The UTF-8 bytes of all of it; to be called once, at the end. */
	public byte[] end() {
		try {
			json.endArray();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}
}
