// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/** The members of an object as merging them sees them. */
final class JsonMembers {

	private JsonMembers() {
	}

	/** Without those that are null: what is null is not there. */
	static Map<String, JsonNode> thereIn(@Nullable JsonNode node) {
		Map<String, JsonNode> members = node instanceof JsonObjectNode object ? object.byName() : new LinkedHashMap<>();
		members.values().removeIf(value -> value instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NULL);
		return members;
	}
}
