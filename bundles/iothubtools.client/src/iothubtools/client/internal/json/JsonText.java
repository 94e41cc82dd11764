// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;

/** JSON as text. Members that are null are written, and characters as they are: {@code =} not as {@code \u003d}. */
public final class JsonText {

	private static final Gson COMPACT = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
	private static final Gson PRETTY = COMPACT.newBuilder().setPrettyPrinting().create();

	private JsonText() {
	}

	/** On one line. */
	public static String compact(JsonElement json) {
		return COMPACT.toJson(json);
	}

	/** Indented by two spaces. */
	public static String pretty(JsonElement json) {
		return PRETTY.toJson(json);
	}
}
