// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.configurations;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import iothubtools.client.internal.json.JsonFields;

/** Objects of a configuration's JSON as maps; members of another type are left out. */
final class ConfigurationMaps {

	private ConfigurationMaps() {
	}

	static Map<String, String> texts(@Nullable JsonObject json) {
		Map<String, String> map = new LinkedHashMap<>();
		if (json != null) {
			json.entrySet().forEach(member -> {
				if (member.getValue() instanceof JsonPrimitive value) {
					map.put(member.getKey(), value.getAsString());
				}
			});
		}
		return Collections.unmodifiableMap(map);
	}

	static Map<String, Long> numbers(@Nullable JsonObject json) {
		Map<String, Long> map = new LinkedHashMap<>();
		if (json != null) {
			json.keySet().forEach(name -> {
				if (JsonFields.hasNumber(json, name)) {
					map.put(name, JsonFields.number(json, name));
				}
			});
		}
		return Collections.unmodifiableMap(map);
	}

	static JsonObject json(Map<String, String> map) {
		JsonObject json = new JsonObject();
		map.forEach(json::addProperty);
		return json;
	}
}
