// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.json;

import com.google.gson.JsonObject;

/**
 * A JSON object as its text: takes little room, cannot be changed, and is written without being read. Numbers keep the
 * spelling they came with, {@code 1} and {@code 1.0} stay different.
 *
 * @param text the object without blanks between its parts, {@code {"a":1}}
 */
public record JsonText(String text) {

	/** An object without members. */
	public static final JsonText EMPTY = new JsonText("{}");

	/** The text of an object. */
	public static JsonText of(JsonObject object) {
		return object.isEmpty() ? EMPTY : new JsonText(Json.text(object));
	}

	/** Whether it has no members. */
	public boolean isEmpty() {
		return text.length() <= EMPTY.text.length();
	}

	/** The object, read anew at each call, so that the caller may change it. */
	public JsonObject object() {
		return isEmpty() ? new JsonObject() : Json.read(text).getAsJsonObject();
	}

	/** Its members and the comma after them, to write more members behind; empty when there are none. */
	public String members() {
		return isEmpty() ? "" : text.substring(1, text.length() - 1) + ',';
	}
}
