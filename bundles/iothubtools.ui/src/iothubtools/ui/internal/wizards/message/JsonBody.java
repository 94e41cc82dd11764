// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** Tells whether a body is the JSON its content type says. The hub takes it anyway, but cannot route by what is in it. */
final class JsonBody {

	private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

	private JsonBody() {
	}

	/** Whether the content type is {@code application/json} or one derived from JSON. */
	static boolean isJson(String contentType) {
		String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
		return type.equals("application/json") || type.endsWith("+json");
	}

	/** Where the text stops being JSON, or null when all of it is. */
	static @Nullable String problem(String text) {
		try (JsonReader reader = new JsonReader(new StringReader(text))) {
			// skipping does not build a tree, so that a large or deeply nested body costs nothing
			reader.skipValue();
			return reader.peek() == JsonToken.END_DOCUMENT ? null : Messages.Body_not_json;
		} catch (IOException | IllegalStateException e) {
			Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
			return place.find() ? NLS.bind(Messages.Body_not_json_at, place.group(1), place.group(2))
					: Messages.Body_not_json;
		}
	}
}
