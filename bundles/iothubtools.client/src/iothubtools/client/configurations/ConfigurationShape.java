// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.configurations;

import java.util.Map.Entry;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.names.ConfigurationIds;

/** Which members a configuration has to have, and of which types (contract §3.10). One that is null counts as not there. */
final class ConfigurationShape {

	private ConfigurationShape() {
	}

	static @Nullable String wrongMember(JsonObject json) {
		String id = JsonFields.text(json, Configuration.ID);
		if (id == null || ConfigurationIds.problem(id) != null) {
			return Configuration.ID;
		}
		if (!isContent(member(json, Configuration.CONTENT))) {
			return Configuration.CONTENT;
		}
		JsonElement condition = member(json, Configuration.TARGET_CONDITION);
		if (condition != null && !(condition instanceof JsonPrimitive text && text.isString())) {
			return Configuration.TARGET_CONDITION;
		}
		if (!isCount(member(json, Configuration.PRIORITY))) {
			return Configuration.PRIORITY;
		}
		if (!areTexts(member(json, Configuration.LABELS))) {
			return Configuration.LABELS;
		}
		JsonElement metrics = member(json, Configuration.METRICS);
		if (metrics != null && !(metrics instanceof JsonObject)) {
			return Configuration.METRICS;
		}
		return metrics instanceof JsonObject some && !areTexts(member(some, Configuration.QUERIES))
				? Configuration.METRICS + "." + Configuration.QUERIES : null;
	}

	/** As a hub reads it, in whatever case it is written; null also for one that is null. */
	private static @Nullable JsonElement member(JsonObject json, String name) {
		return members(json).filter(member -> member.getKey().equalsIgnoreCase(name)).map(Entry::getValue).findFirst().orElse(null);
	}

	private static Stream<Entry<String, JsonElement>> members(JsonObject json) {
		return json.entrySet().stream().filter(member -> !member.getValue().isJsonNull());
	}

	private static boolean isContent(@Nullable JsonElement content) {
		return content instanceof JsonObject kinds && members(kinds).findAny().isPresent()
				&& members(kinds).allMatch(kind -> kind.getValue() instanceof JsonObject);
	}

	private static boolean isCount(@Nullable JsonElement priority) {
		if (priority == null) {
			return true;
		}
		try {
			// as text: the value of a number with a long exponent would take for ever
			return priority instanceof JsonPrimitive number && Integer.parseInt(number.getAsString()) >= 0;
		} catch (NumberFormatException e) {
			return false;
		}
	}

	private static boolean areTexts(@Nullable JsonElement map) {
		return map == null || map instanceof JsonObject texts && members(texts).allMatch(member -> member.getValue() instanceof JsonPrimitive);
	}
}
