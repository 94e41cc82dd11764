// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.json.JsonText;

/** Puts a twin's JSON together from parts that stay as they are, byte for byte. */
final class TwinText {

	static final String TAGS = "tags";
	static final String DESIRED = "properties.desired";

	private TwinText() {
	}

	static void check(String field, @Nullable String json) {
		try {
			if (json == null || JsonText.parse(json) instanceof JsonObject) {
				return;
			}
		} catch (IOException e) {
			// said below, without the parser's message, which repeats parts of the text
		}
		throw new InvalidInputException(field, "is not a JSON object");
	}

	static String indented(String json) {
		try {
			if (JsonText.parse(json) instanceof JsonObject object) {
				return JsonText.pretty(object);
			}
		} catch (IOException e) {
			// said below, without the parser's message, which repeats parts of the text
		}
		throw new InvalidInputException("json", "is not a JSON object");
	}

	static String json(@Nullable String tags, @Nullable String desired) {
		List<String> members = new ArrayList<>();
		if (tags != null) {
			members.add("\"tags\":" + tags);
		}
		if (desired != null) {
			members.add("\"properties\":{\"desired\":" + desired + "}");
		}
		return "{" + String.join(",", members) + "}";
	}
}
