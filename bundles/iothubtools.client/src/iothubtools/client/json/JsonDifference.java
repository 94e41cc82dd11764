// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A value that two objects have in two ways, as wanted and as reported, or that only one of them has.
 *
 * @param path     the names that lead to it
 * @param wanted   the member of the first; null if it has none
 * @param reported the member of the second; null if it has none
 */
public record JsonDifference(List<String> path, @Nullable JsonMember wanted, @Nullable JsonMember reported) {

	/** Whether both have a value there. */
	public boolean isInBoth() {
		return wanted != null && reported != null;
	}

	/**
	 * Where two objects differ, member by member in the order of the first, then of what only the second has. Numbers are the same when
	 * their values are: a device that is told {@code 20} may well report {@code 20.0}. Of objects that only one of them has, the whole
	 * object is one difference.
	 */
	public static List<JsonDifference> between(JsonObjectNode wanted, JsonObjectNode reported) {
		List<JsonDifference> found = new ArrayList<>();
		collect(List.of(), wanted, reported, found);
		return found;
	}

	private static void collect(List<String> path, JsonObjectNode wanted, JsonObjectNode reported, List<JsonDifference> into) {
		Map<String, JsonMember> others = new HashMap<>();
		reported.members().forEach(member -> others.put(member.name(), member));
		for (JsonMember member : wanted.members()) {
			JsonMember other = others.remove(member.name());
			if (other != null && member.value() instanceof JsonObjectNode one && other.value() instanceof JsonObjectNode second) {
				collect(below(path, member), one, second, into);
			} else if (other == null || !member.value().hasSameValue(other.value())) {
				into.add(new JsonDifference(below(path, member), member, other));
			}
		}
		for (JsonMember member : reported.members()) {
			if (others.containsKey(member.name())) {
				into.add(new JsonDifference(below(path, member), null, member));
			}
		}
	}

	private static List<String> below(List<String> path, JsonMember member) {
		List<String> names = new ArrayList<>(path);
		names.add(member.name());
		return names;
	}
}
