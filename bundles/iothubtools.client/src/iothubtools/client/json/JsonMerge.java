// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What two made of one object, put together member by member. An array is one value. Where both changed the same value in two ways, mine
 * stands in the result and the place is among the conflicts.
 *
 * @param merged    the object with the changes of both
 * @param conflicts in the order of the result
 */
public record JsonMerge(JsonObjectNode merged, List<Conflict> conflicts) {

	/**
	 * A value that both changed in two ways.
	 *
	 * @param path   the names that lead to it
	 * @param base   what it was; null if it was not there
	 * @param mine   what I made of it; null if I removed it
	 * @param theirs what they made of it; null if they removed it
	 */
	public record Conflict(List<String> path, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
	}

	/** Puts together what I and they made of {@code base}. */
	public static JsonMerge of(JsonObjectNode base, JsonObjectNode mine, JsonObjectNode theirs) {
		List<Conflict> conflicts = new ArrayList<>();
		JsonObjectNode merged = new Merging(conflicts).objects(List.of(), base, mine, theirs);
		return new JsonMerge(merged, List.copyOf(conflicts));
	}

	private record Merging(List<Conflict> conflicts) {

		JsonObjectNode objects(List<String> path, @Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
			Map<String, JsonNode> was = JsonMembers.thereIn(base);
			Map<String, JsonNode> ours = JsonMembers.thereIn(mine);
			Map<String, JsonNode> others = JsonMembers.thereIn(theirs);
			Set<String> names = new LinkedHashSet<>(ours.keySet());
			names.addAll(others.keySet());
			names.addAll(was.keySet());
			List<JsonMember> members = new ArrayList<>();
			for (String name : names) {
				List<String> place = new ArrayList<>(path);
				place.add(name);
				JsonNode value = value(place, was.get(name), ours.get(name), others.get(name));
				if (value != null) {
					members.add(new JsonMember(0, 0, name, value));
				}
			}
			return new JsonObjectNode(0, 0, members);
		}

		private @Nullable JsonNode value(List<String> path, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
			if (same(mine, theirs) || same(base, theirs)) {
				return mine;
			}
			if (same(base, mine)) {
				return theirs;
			}
			if (mine instanceof JsonObjectNode && theirs instanceof JsonObjectNode) {
				return objects(path, base, mine, theirs);
			}
			conflicts.add(new Conflict(List.copyOf(path), base, mine, theirs));
			return mine;
		}

		private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
			return one == null || other == null ? one == other : one.isSame(other);
		}
	}
}
