// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.util.List;
import java.util.Map;

/** Tells whether two values say the same. */
final class JsonSame {

	private JsonSame() {
	}

	static boolean of(JsonNode one, JsonNode other) {
		if (one instanceof JsonScalar scalar) {
			return other instanceof JsonScalar second && scalar.type() == second.type() && scalar.text().equals(second.text());
		}
		if (one instanceof JsonArrayNode array) {
			return other instanceof JsonArrayNode second && items(array.items(), second.items());
		}
		return one instanceof JsonObjectNode object && other instanceof JsonObjectNode second
				&& members(JsonMembers.of(object), JsonMembers.of(second));
	}

	private static boolean items(List<JsonNode> items, List<JsonNode> others) {
		if (items.size() != others.size()) {
			return false;
		}
		for (int i = 0; i < items.size(); i++) {
			if (!of(items.get(i), others.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean members(Map<String, JsonNode> members, Map<String, JsonNode> others) {
		if (!members.keySet().equals(others.keySet())) {
			return false;
		}
		for (Map.Entry<String, JsonNode> member : members.entrySet()) {
			JsonNode other = others.get(member.getKey());
			if (other == null || !of(member.getValue(), other)) {
				return false;
			}
		}
		return true;
	}
}
