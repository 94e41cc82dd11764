// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.client.internal.json.JsonText;

/** The rules for tags and desired properties that can be told without asking the hub (contract §4). */
public final class TwinRules {

	/** Levels of objects a twin may have. */
	public static final int MAX_LEVELS = 10;

	private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");
	private static final String FORBIDDEN = ".$# ";

	private TwinRules() {
	}

	/** Why a text cannot be tags or desired properties, in plain English; null if it can. */
	public static @Nullable String problem(String json) {
		try {
			return JsonText.parse(json) instanceof JsonObject object ? problem(object, 1) : "is not a JSON object: begin with { and end with }";
		} catch (IOException e) {
			return "is not valid JSON" + place(e);
		}
	}

	/** Of the parser's message only the place: the rest repeats parts of the text. */
	private static String place(Throwable failure) {
		for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
			Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
			if (place.find()) {
				return ": look at line " + place.group(1) + ", column " + place.group(2);
			}
		}
		return ": more follows after its end";
	}

	private static @Nullable String problem(JsonObject object, int level) {
		if (level > MAX_LEVELS) {
			return "has more than " + MAX_LEVELS + " levels";
		}
		for (Map.Entry<String, JsonElement> member : object.entrySet()) {
			String problem = nameProblem(member.getKey());
			if (problem == null && member.getValue() instanceof JsonObject child) {
				problem = problem(child, level + 1);
			}
			if (problem != null) {
				return problem;
			}
		}
		return null;
	}

	private static @Nullable String nameProblem(String name) {
		if (name.isEmpty()) {
			return "has a member without a name";
		}
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (FORBIDDEN.indexOf(c) >= 0 || Character.isISOControl(c)) {
				return "has the name \"" + name + "\": names cannot have spaces, control characters, or any of . $ #";
			}
		}
		return null;
	}
}
