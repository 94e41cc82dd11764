// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/** The members of an object by name, in their order: an object with many would be slow to ask for each. */
final class JsonMembers {

	private JsonMembers() {
	}

	/** Its members; of those with the same name the last one. */
	static Map<String, JsonNode> of(JsonObjectNode object) {
		Map<String, JsonNode> members = new LinkedHashMap<>();
		object.members().forEach(member -> members.put(member.name(), member.value()));
		return members;
	}

	/** The same without those that are null: what is null is not there. */
	static Map<String, JsonNode> thereIn(@Nullable JsonNode node) {
		Map<String, JsonNode> members = node instanceof JsonObjectNode object ? of(object) : new LinkedHashMap<>();
		members.values().removeIf(value -> value instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NULL);
		return members;
	}
}
