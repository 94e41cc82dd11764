// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.util.List;

import iothubtools.client.text.HalfCharacters;

/**
 * Values as text: numbers as they were written, characters as they are where JSON allows it. Gson's own writer, which writes what Gson has read, would
 * keep a number that is handed to it as it is, but not the half of a character, which is lost in UTF-8 unless it is escaped, and which a name of a
 * twin may have: what is shown and saved would be another name than the hub's. It has no way to be given a name that is escaped already.
 */
public final class JsonWriter {

	private static final String INDENT = "  ";

	private final StringBuilder text = new StringBuilder();
	private final boolean lines;

	private JsonWriter(boolean lines) {
		this.lines = lines;
	}

	/** On one line, without blanks. */
	public static String compact(JsonNode node) {
		return new JsonWriter(false).write(node, 0).text.toString();
	}

	/** On several lines, each level indented by two spaces, without a line break at the end. */
	public static String pretty(JsonNode node) {
		return new JsonWriter(true).write(node, 0).text.toString();
	}

	/** A text in quotes. */
	public static String quoted(String value) {
		return new JsonWriter(false).quote(value).text.toString();
	}

	private JsonWriter write(JsonNode node, int level) {
		if (node instanceof JsonObjectNode object) {
			open('{');
			List<JsonMember> members = object.members();
			for (int i = 0; i < members.size(); i++) {
				next(i, level + 1);
				quote(members.get(i).name());
				text.append(lines ? ": " : ":");
				write(members.get(i).value(), level + 1);
			}
			close('}', members.isEmpty(), level);
		} else if (node instanceof JsonArrayNode array) {
			open('[');
			for (int i = 0; i < array.items().size(); i++) {
				next(i, level + 1);
				write(array.items().get(i), level + 1);
			}
			close(']', array.items().isEmpty(), level);
		} else if (node instanceof JsonScalar scalar) {
			if (scalar.type() == JsonScalar.Type.STRING) {
				quote(scalar.text());
			} else {
				text.append(scalar.text());
			}
		}
		return this;
	}

	private void open(char c) {
		text.append(c);
	}

	private void next(int index, int level) {
		if (index > 0) {
			text.append(',');
		}
		line(level);
	}

	private void close(char c, boolean empty, int level) {
		if (!empty) {
			line(level);
		}
		text.append(c);
	}

	private void line(int level) {
		if (lines) {
			text.append('\n').append(INDENT.repeat(level));
		}
	}

	private JsonWriter quote(String value) {
		text.append('"');
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			switch (c) {
			case '"' -> text.append("\\\"");
			case '\\' -> text.append("\\\\");
			case '\n' -> text.append("\\n");
			case '\r' -> text.append("\\r");
			case '\t' -> text.append("\\t");
			default -> {
				if (c < ' ' || c == '\u007f' || c == '\u2028' || c == '\u2029' || HalfCharacters.isAt(value, i)) {
					text.append(String.format("\\u%04x", (int) c));
				} else {
					text.append(c);
				}
			}
			}
		}
		text.append('"');
		return this;
	}
}
