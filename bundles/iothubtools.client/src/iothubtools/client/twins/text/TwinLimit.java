// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins.text;

import java.nio.charset.StandardCharsets;

import iothubtools.client.json.JsonArrayNode;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonScalar;

/** How large the parts of a twin may be, and how the service counts (contract §4). */
enum TwinLimit {

	TAGS(8 * 1024, TwinProblem.Kind.LARGE_TAGS), DESIRED(32 * 1024, TwinProblem.Kind.LARGE_DESIRED);

	private static final int NUMBER_BYTES = 8;
	private static final int FLAG_BYTES = 4;

	private final int bytes;
	private final TwinProblem.Kind broken;

	TwinLimit(int bytes, TwinProblem.Kind broken) {
		this.bytes = bytes;
		this.broken = broken;
	}

	/** What is wrong with a part that is larger. */
	TwinProblem.Kind broken() {
		return broken;
	}

	boolean isBrokenBy(long size) {
		return size > bytes;
	}

	/** Names and strings count as UTF-8, numbers 8, true and false 4 bytes; what holds them together, and null, count nothing. */
	static long size(JsonNode node) {
		long size = 0;
		if (node instanceof JsonObjectNode object) {
			for (JsonMember member : object.members()) {
				size += utf8(member.name()) + size(member.value());
			}
		} else if (node instanceof JsonArrayNode array) {
			for (JsonNode item : array.items()) {
				size += size(item);
			}
		} else if (node instanceof JsonScalar scalar) {
			size = switch (scalar.type()) {
			case STRING -> utf8(scalar.text());
			case NUMBER -> NUMBER_BYTES;
			case BOOLEAN -> FLAG_BYTES;
			case NULL -> 0;
			};
		}
		return size;
	}

	/** How many bytes a text is as UTF-8. */
	static int utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}
}
