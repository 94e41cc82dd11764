// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests.swagger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * One operation of the Swagger.
 *
 * @param id          its operationId
 * @param method      HTTP method in upper case
 * @param template    path segments; one in braces stands for any value
 * @param definition  its whole text
 */
public record SwaggerOperation(String id, String method, List<String> template, JsonObject definition) {

	static SwaggerOperation of(String method, String path, JsonObject definition) {
		return new SwaggerOperation(definition.get("operationId").getAsString(), method.toUpperCase(Locale.ROOT),
				List.of(path.substring(1).split("/")), definition);
	}

	boolean matches(String otherMethod, List<String> path) {
		return method.equals(otherMethod) && matches(template, path);
	}

	/** Whether a path fits a template; fixed words in any case (contract §3.0). */
	static boolean matches(List<String> template, List<String> path) {
		if (template.size() != path.size()) {
			return false;
		}
		for (int i = 0; i < path.size(); i++) {
			if (!template.get(i).startsWith("{") && !template.get(i).equalsIgnoreCase(path.get(i))) {
				return false;
			}
		}
		return true;
	}

	long fixedWords() {
		return template.stream().filter(word -> !word.startsWith("{")).count();
	}

	/** What it says of a status; empty when it does not know it. */
	Optional<JsonObject> response(int status) {
		return Optional.ofNullable(definition.getAsJsonObject("responses").getAsJsonObject(Integer.toString(status)));
	}

	/** The schema of its request body. */
	Optional<JsonObject> body() {
		for (JsonElement parameter : definition.getAsJsonArray("parameters")) {
			JsonElement in = parameter.getAsJsonObject().get("in");
			if (in != null && in.getAsString().equals("body")) {
				return Optional.of(parameter.getAsJsonObject().getAsJsonObject("schema"));
			}
		}
		return Optional.empty();
	}
}
