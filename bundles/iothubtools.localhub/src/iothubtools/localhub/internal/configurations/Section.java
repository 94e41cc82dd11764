// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.List;
import java.util.Map.Entry;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/**
 * A part of desired properties that a configuration decides on as a whole.
 *
 * @param path  the names that lead there, none for all desired properties
 * @param value what is to be there
 */
record Section(List<String> path, JsonElement value) {

	/** The patch that makes these sections of desired properties what they are to be; empty when they are that. */
	static JsonObject patch(JsonObject desired, List<Section> sections) {
		JsonObject wanted = desired.deepCopy();
		for (Section section : sections) {
			wanted = section.in(wanted);
		}
		return difference(desired, wanted);
	}

	private JsonObject in(JsonObject desired) {
		if (path.isEmpty()) {
			return value.getAsJsonObject().deepCopy();
		}
		JsonObject parent = desired;
		for (String name : path.subList(0, path.size() - 1)) {
			if (!(parent.get(name) instanceof JsonObject)) {
				parent.add(name, new JsonObject());
			}
			parent = parent.getAsJsonObject(name);
		}
		parent.add(path.get(path.size() - 1), value.deepCopy());
		return desired;
	}

	private static JsonObject difference(JsonObject before, JsonObject after) {
		JsonObject patch = new JsonObject();
		for (Entry<String, JsonElement> member : after.entrySet()) {
			JsonElement old = before.get(member.getKey());
			JsonElement now = member.getValue();
			if (old instanceof JsonObject oldObject && now instanceof JsonObject nowObject) {
				JsonObject inner = difference(oldObject, nowObject);
				if (!inner.isEmpty()) {
					patch.add(member.getKey(), inner);
				}
			} else if (!now.equals(old)) {
				patch.add(member.getKey(), now);
			}
		}
		for (String name : before.keySet()) {
			if (!after.has(name)) {
				patch.add(name, JsonNull.INSTANCE);
			}
		}
		return patch;
	}
}
