// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/** An object with its members in the order they are written; of members with the same name the last one counts. */
public record JsonObjectNode(int offset, int length, List<JsonMember> members) implements JsonNode {

	/** The last member of a name, null if there is none. */
	public @Nullable JsonMember member(String name) {
		for (int i = members.size() - 1; i >= 0; i--) {
			if (members.get(i).name().equals(name)) {
				return members.get(i);
			}
		}
		return null;
	}

	/** The value of the last member of a name, null if there is none. */
	public @Nullable JsonNode value(String name) {
		JsonMember member = member(name);
		return member == null ? null : member.value();
	}

	/** The values by name, in their order: an object with many would be slow to ask for each. */
	public Map<String, JsonNode> byName() {
		Map<String, JsonNode> byName = new LinkedHashMap<>();
		members.forEach(member -> byName.put(member.name(), member.value()));
		return byName;
	}
}
