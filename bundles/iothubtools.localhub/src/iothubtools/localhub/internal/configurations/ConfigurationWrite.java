// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonMembers;

/**
 * What a request asks a configuration to be, checked by itself.
 *
 * @param content null when it names none, which only an update may
 */
record ConfigurationWrite(String id, Map<String, String> labels, @Nullable JsonObject content, String targetCondition,
		int priority, Map<String, String> metrics) {

	private static final Pattern ID = Pattern.compile("[a-z0-9\\-+%_*!']{1,128}");

	/**
	 * Reads the body of a PUT of this configuration.
	 *
	 * @throws HubError 400 for whatever breaks a rule
	 */
	static ConfigurationWrite parse(String id, JsonObject body) {
		if (!ID.matcher(id).matches()) {
			throw HubError.argumentInvalid("The configuration id must be 1 to 128 lower-case letters, digits or -+%_*!'");
		}
		JsonMembers members = new JsonMembers(body);
		String named = members.string("id");
		if (named != null && !named.equals(id)) {
			throw HubError.argumentInvalid("The id of the body must be that of the path.");
		}
		int priority = members.integer("priority", 0);
		if (priority < 0) {
			throw HubError.argumentInvalid("The priority must not be negative.");
		}
		JsonObject content = members.object("content").object();
		if (content != null) {
			content = ConfigurationContent.named(content);
			ConfigurationContent.parseOneKind(content);
		}
		String condition = members.string("targetCondition");
		return new ConfigurationWrite(id, texts(members.object("labels")), content, condition == null ? "" : condition,
				priority, texts(members.object("metrics").object("queries")));
	}

	/** The members of an object of strings. */
	static Map<String, String> texts(JsonMembers members) {
		Map<String, String> texts = new LinkedHashMap<>();
		JsonObject object = members.object();
		if (object != null) {
			for (String name : object.keySet()) {
				String text = members.string(name);
				texts.put(name, text == null ? "" : text);
			}
		}
		return texts;
	}
}
