// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The smallest change that makes one object of another, as the hub merges it (contract §3.5): what stays is left out, what is gone is null,
 * objects merge, and everything else, arrays included, is there as a whole. A member that is null counts as one that is not there.
 */
public final class JsonPatch {

	private static final JsonScalar NULL = new JsonScalar(0, 0, JsonScalar.Type.NULL, "null");

	private JsonPatch() {
	}

	/** The change from {@code base} to {@code wanted}; null if there is none. */
	public static @Nullable JsonObjectNode between(JsonObjectNode base, JsonObjectNode wanted) {
		List<JsonMember> changes = new ArrayList<>();
		Map<String, JsonNode> before = JsonMembers.thereIn(base);
		Map<String, JsonNode> after = JsonMembers.thereIn(wanted);
		after.forEach((name, value) -> {
			JsonNode was = before.get(name);
			JsonNode change = was == null ? cleaned(value) : change(was, value);
			if (change != null) {
				changes.add(new JsonMember(0, 0, name, change));
			}
		});
		before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(name -> changes.add(new JsonMember(0, 0, name, NULL)));
		return changes.isEmpty() ? null : new JsonObjectNode(0, 0, changes);
	}

	private static @Nullable JsonNode change(JsonNode before, JsonNode after) {
		if (before instanceof JsonObjectNode base && after instanceof JsonObjectNode wanted) {
			return between(base, wanted);
		}
		return before.isSame(after) ? null : cleaned(after);
	}

	/** Without members that are null: there is nothing they could delete. */
	private static JsonNode cleaned(JsonNode value) {
		if (value instanceof JsonObjectNode object) {
			List<JsonMember> members = new ArrayList<>();
			JsonMembers.thereIn(object).forEach((name, member) -> members.add(new JsonMember(0, 0, name, cleaned(member))));
			return new JsonObjectNode(0, 0, members);
		}
		return value;
	}
}
