// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonMerge;
import iothubtools.client.json.JsonMerge.Conflict;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonPatch;
import iothubtools.client.json.JsonWriter;
import iothubtools.client.json.TextProblem;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinPatch;

/**
 * The part of a twin that the back end writes, as text: {@code {"tags": {…}, "properties": {"desired": {…}}}}, as a twin has them.
 *
 * @param json     the text as it was read
 * @param tags     null if the text has none that could be read
 * @param desired  null if the text has none that could be read
 * @param problems all that is wrong, in its order
 */
public record TwinDocument(JsonDocument json, @Nullable JsonObjectNode tags, @Nullable JsonObjectNode desired, List<TextProblem> problems) {

	private static final String TAGS = "tags";
	private static final String PROPERTIES = "properties";
	private static final String DESIRED = "desired";

	/** Reads and checks a text. */
	public static TwinDocument read(String text) {
		JsonDocument json = JsonDocument.read(text);
		TwinCheck check = new TwinCheck();
		JsonObjectNode tags = null;
		JsonObjectNode desired = null;
		JsonNode whole = json.root();
		if (whole instanceof JsonObjectNode root) {
			tags = part(root, TAGS, TAGS, root.offset(), 1, check);
			JsonMember properties = root.member(PROPERTIES);
			JsonObjectNode both = part(root, PROPERTIES, PROPERTIES + '.' + DESIRED, root.offset(), 1, check);
			if (both != null && properties != null) {
				desired = part(both, DESIRED, PROPERTIES + '.' + DESIRED, properties.offset(), properties.nameLength(), check);
				refuseOthers(both, List.of(DESIRED), PROPERTIES + '.', check);
			}
			refuseOthers(root, List.of(TAGS, PROPERTIES), "", check);
			if (tags != null) {
				check.check(tags, TwinLimit.TAGS);
			}
			if (desired != null) {
				check.check(desired, TwinLimit.DESIRED);
			}
		} else if (whole != null) {
			check.problem(TwinProblem.Kind.NOT_A_TWIN, whole, "");
		}
		List<TextProblem> problems = new ArrayList<>(json.problems());
		// what is not found may be where a bracket that is missing has put it
		check.problems().stream().filter(problem -> json.problems().isEmpty() || problem.kind() != TwinProblem.Kind.MISSING).forEach(problems::add);
		problems.sort(Comparator.comparingInt(TextProblem::offset));
		return new TwinDocument(json, tags, desired, List.copyOf(problems));
	}

	/** The text of a twin as a hub gave it, on several lines, with a line break at the end. */
	public static String text(Twin twin) {
		return text(JsonDocument.object(twin.tags()), JsonDocument.object(twin.desired().json()));
	}

	private static String text(JsonObjectNode tags, JsonObjectNode desired) {
		return JsonWriter.pretty(object(new JsonMember(0, 0, TAGS, tags),
				new JsonMember(0, 0, PROPERTIES, object(new JsonMember(0, 0, DESIRED, desired))))) + "\n";
	}

	private static JsonObjectNode object(JsonMember... members) {
		return new JsonObjectNode(0, 0, List.of(members));
	}

	/** Whether it can be saved. */
	public boolean isValid() {
		return tags != null && desired != null && problems.stream().noneMatch(TextProblem::isError);
	}

	/** Whether both say the same of the twin, however they are written. */
	public boolean isSame(TwinDocument other) {
		return isValid() && other.isValid() && other.patchTo(this) == null;
	}

	/**
	 * The smallest change that makes {@code wanted} of this; null if there is none. Both have to be valid.
	 */
	public @Nullable TwinPatch patchTo(TwinDocument wanted) {
		JsonObjectNode ofTags = JsonPatch.between(valid(tags), valid(wanted.tags));
		JsonObjectNode ofDesired = JsonPatch.between(valid(desired), valid(wanted.desired));
		return ofTags == null && ofDesired == null ? null : new TwinPatch(json(ofTags), json(ofDesired));
	}

	private static @Nullable String json(@Nullable JsonObjectNode change) {
		return change == null ? null : JsonWriter.compact(change);
	}

	/**
	 * What I and they made of this one, put together. All three have to be valid.
	 */
	public Merged merge(TwinDocument mine, TwinDocument theirs) {
		JsonMerge ofTags = JsonMerge.of(valid(tags), valid(mine.tags), valid(theirs.tags));
		JsonMerge ofDesired = JsonMerge.of(valid(desired), valid(mine.desired), valid(theirs.desired));
		List<Conflict> conflicts = new ArrayList<>();
		ofTags.conflicts().forEach(conflict -> conflicts.add(below(conflict, List.of(TAGS))));
		ofDesired.conflicts().forEach(conflict -> conflicts.add(below(conflict, List.of(PROPERTIES, DESIRED))));
		return new Merged(text(ofTags.merged(), ofDesired.merged()), List.copyOf(conflicts));
	}

	/**
	 * What came of a merge.
	 *
	 * @param text      with the changes of both; mine where both changed the same value
	 * @param conflicts the values that both changed in two ways
	 */
	public record Merged(String text, List<Conflict> conflicts) {
	}

	private static Conflict below(Conflict conflict, List<String> names) {
		List<String> path = new ArrayList<>(names);
		path.addAll(conflict.path());
		return new Conflict(List.copyOf(path), conflict.base(), conflict.mine(), conflict.theirs());
	}

	private static JsonObjectNode valid(@Nullable JsonObjectNode part) {
		if (part == null) {
			throw new IllegalStateException("Not a valid twin");
		}
		return part;
	}

	/** The object of a name; says at the place given if there is none. */
	private static @Nullable JsonObjectNode part(JsonObjectNode parent, String name, String path, int offset, int length, TwinCheck check) {
		JsonNode value = parent.value(name);
		if (value instanceof JsonObjectNode object) {
			return object;
		}
		if (value == null) {
			check.problem(TwinProblem.Kind.MISSING, offset, length, path);
		} else {
			check.problem(TwinProblem.Kind.NOT_AN_OBJECT, value, path);
		}
		return null;
	}

	private static void refuseOthers(JsonObjectNode object, List<String> names, String path, TwinCheck check) {
		for (JsonMember member : object.members()) {
			if (!names.contains(member.name())) {
				check.problem(TwinProblem.Kind.NOT_WRITABLE, member.offset(), member.nameLength(), path + member.name());
			}
		}
	}
}
