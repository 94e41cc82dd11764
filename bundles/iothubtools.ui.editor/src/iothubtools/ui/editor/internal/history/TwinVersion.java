// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonScalar;
import iothubtools.client.json.JsonWriter;

/**
 * The text of a twin, its tags and desired properties, as the hub had it at some time.
 *
 * @param time    when it was read or saved here
 * @param version of the twin, by the hub's count
 * @param saved   whether it was saved from here; else it was read
 */
public record TwinVersion(Instant time, long version, boolean saved, String text) {

	private static final String TIME = "time";
	private static final String VERSION = "version";
	private static final String SAVED = "saved";
	private static final String TEXT = "text";

	/** As a line of a file. */
	String line() {
		return JsonWriter.compact(new JsonObjectNode(0, 0, List.of(member(TIME, JsonScalar.Type.STRING, time.toString()),
				member(VERSION, JsonScalar.Type.NUMBER, Long.toString(version)), member(SAVED, JsonScalar.Type.BOOLEAN, Boolean.toString(saved)),
				member(TEXT, JsonScalar.Type.STRING, text))));
	}

	private static JsonMember member(String name, JsonScalar.Type type, String value) {
		return new JsonMember(0, 0, name, new JsonScalar(0, 0, type, value));
	}

	/** What a line says; null if it is none, as when the disk was full. */
	static @Nullable TwinVersion of(String line) {
		JsonDocument read = JsonDocument.read(line);
		if (!(read.root() instanceof JsonObjectNode object) || !read.problems().isEmpty()) {
			return null;
		}
		try {
			String text = text(object, TEXT);
			return text.isEmpty() ? null
					: new TwinVersion(Instant.parse(text(object, TIME)), Long.parseLong(text(object, VERSION)), Boolean.parseBoolean(text(object, SAVED)), text);
		} catch (DateTimeException | NumberFormatException e) {
			return null;
		}
	}

	private static String text(JsonObjectNode object, String name) {
		return object.value(name) instanceof JsonScalar scalar ? scalar.text() : "";
	}
}
