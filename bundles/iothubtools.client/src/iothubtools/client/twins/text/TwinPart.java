// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.TextProblem;

/** A part of a twin that the back end writes, when it is a text alone. */
public enum TwinPart {

	TAGS(TwinLimit.TAGS, "tags"), DESIRED(TwinLimit.DESIRED, "properties.desired");

	/** Objects and arrays in each other that a part may have (contract §4). */
	public static final int MAX_LEVELS = TwinCheck.MAX_LEVELS;

	private final TwinLimit limit;
	private final String path;

	TwinPart(TwinLimit limit, String path) {
		this.limit = limit;
		this.path = path;
	}

	/** All that is wrong with a text, in its order; none of a text that a hub takes (contract §4). */
	public List<TextProblem> problems(String text) {
		JsonDocument json = JsonDocument.read(text);
		TwinCheck check = new TwinCheck();
		JsonNode whole = json.root();
		if (whole instanceof JsonObjectNode part) {
			check.check(part, limit);
		} else if (whole != null) {
			check.problem(TwinProblem.Kind.NOT_AN_OBJECT, whole, path);
		}
		List<TextProblem> problems = new ArrayList<>(json.problems());
		problems.addAll(check.problems());
		problems.sort(Comparator.comparingInt(TextProblem::offset));
		return problems;
	}
}
