// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A text read as JSON. Whatever the text, there is an answer: what could be understood, and what is wrong with it.
 *
 * @param root     what it says; null for a text without anything. With problems, only a part of what was meant
 * @param problems in their order; none for JSON
 */
public record JsonDocument(@Nullable JsonNode root, List<JsonProblem> problems) {

	/** Reads a text. */
	public static JsonDocument read(String text) {
		return new JsonReading(text).document();
	}

	/** The object that a text is. */
	public static JsonObjectNode object(String json) {
		JsonDocument document = read(json);
		if (document.root instanceof JsonObjectNode object && document.problems.isEmpty()) {
			return object;
		}
		throw new IllegalArgumentException("Not a JSON object");
	}
}
