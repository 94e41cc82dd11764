// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins.text;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.json.JsonArrayNode;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonScalar;
import iothubtools.client.json.JsonWriter;
import iothubtools.client.twins.text.TwinFix.Kind;

/**
 * A member of an object or an item of an array, in the text it was read from.
 *
 * @param text     all of it
 * @param member   null for an item
 * @param value    of the member, or the item
 * @param siblings the members of the object; none for an item
 */
record TextPlace(String text, @Nullable JsonMember member, JsonNode value, List<JsonMember> siblings) {

	/** The innermost one whose name or value begins there; null if there is none. */
	static @Nullable TextPlace at(String text, int offset) {
		JsonNode root = JsonDocument.read(text).root();
		return root == null ? null : find(text, root, offset);
	}

	private static @Nullable TextPlace find(String text, JsonNode node, int offset) {
		if (node instanceof JsonObjectNode object) {
			for (JsonMember member : object.members()) {
				if (member.offset() == offset || member.value().offset() == offset) {
					return new TextPlace(text, member, member.value(), object.members());
				}
				if (member.value().offset() < offset && offset < member.end()) {
					return find(text, member.value(), offset);
				}
			}
		} else if (node instanceof JsonArrayNode array) {
			for (JsonNode item : array.items()) {
				if (item.offset() == offset) {
					return new TextPlace(text, null, item, List.of());
				}
				if (item.offset() < offset && offset < item.end()) {
					return find(text, item, offset);
				}
			}
		}
		return null;
	}

	/** Of the member; empty for an item. */
	String name() {
		JsonMember named = member;
		return named == null ? "" : named.name();
	}

	/** The same in double quotes, the name or the value, whichever has single ones. */
	TwinFix requoted() {
		JsonMember named = member;
		if (named != null && text.charAt(named.offset()) == '\'') {
			return new TwinFix(Kind.QUOTE, named.offset(), named.nameLength(), JsonWriter.quoted(named.name()), "");
		}
		String said = value instanceof JsonScalar scalar ? scalar.text() : "";
		return new TwinFix(Kind.QUOTE, value.offset(), value.length(), JsonWriter.quoted(said), "");
	}

	/** Takes it out, with the comma that it had before or behind it; what follows takes its place. */
	TwinFix removal() {
		JsonMember named = member;
		int from = named == null ? value.offset() : named.offset();
		int end = Math.max(value.end(), named == null ? from : from + named.nameLength());
		int next = skipSpace(end);
		int before = from - 1;
		while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
			before--;
		}
		if (next < text.length() && text.charAt(next) == ',') {
			end = skipSpace(next + 1);
		} else if (before >= 0 && text.charAt(before) == ',') {
			from = before;
		} else {
			// the only one
			from = before + 1;
			end = next;
		}
		return new TwinFix(named == null ? Kind.REMOVE_ITEM : Kind.REMOVE_MEMBER, from, end - from, "", name());
	}

	private int skipSpace(int from) {
		int at = from;
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
			at++;
		}
		return at;
	}
}
