// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.digitaltwins;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonMembers;

/** A JSON Patch (RFC 6902) of a digital twin as what it means to its device: a patch of desired properties. */
final class JsonPatch {

	/** No twin goes deeper; each would be an object, and a path of 8 MB may have 8 million names. */
	private static final int MOST_NAMES = 20;

	private JsonPatch() {
	}

	/**
	 * The patch of a twin.
	 *
	 * @throws HubError 400 for operations other than add, replace and remove, and for paths that lead nowhere
	 */
	static JsonObject toTwin(JsonArray operations) {
		JsonObject desired = new JsonObject();
		for (JsonElement operation : operations) {
			if (!(operation instanceof JsonObject object)) {
				throw invalid("must be an array of operations");
			}
			add(desired, object);
		}
		JsonObject properties = new JsonObject();
		properties.add("desired", desired);
		JsonObject twin = new JsonObject();
		twin.add("properties", properties);
		return twin;
	}

	private static void add(JsonObject desired, JsonObject operation) {
		JsonMembers members = new JsonMembers(operation);
		String[] names = names(members.string("path"));
		JsonObject parent = desired;
		for (int i = 0; i < names.length - 1; i++) {
			if (!(parent.get(names[i]) instanceof JsonObject)) {
				parent.add(names[i], new JsonObject());
			}
			parent = parent.getAsJsonObject(names[i]);
		}
		parent.add(names[names.length - 1], value(members.string("op"), operation.get("value")));
	}

	/** The names of a JSON Pointer (RFC 6901). */
	private static String[] names(@Nullable String path) {
		if (path == null || path.length() < 2 || path.charAt(0) != '/') {
			throw invalid("must have paths that begin with / and a name");
		}
		String[] names = path.substring(1).split("/", MOST_NAMES + 1);
		if (names.length > MOST_NAMES) {
			throw invalid("must not have paths of more than " + MOST_NAMES + " names");
		}
		for (int i = 0; i < names.length; i++) {
			names[i] = names[i].replace("~1", "/").replace("~0", "~");
		}
		return names;
	}

	private static JsonElement value(@Nullable String operation, @Nullable JsonElement value) {
		if ("remove".equals(operation)) {
			return JsonNull.INSTANCE;
		}
		if (("add".equals(operation) || "replace".equals(operation)) && value != null && !value.isJsonNull()) {
			return value;
		}
		throw invalid("must have operations add and replace, with a value, and remove");
	}

	private static HubError invalid(String rule) {
		return new HubError(ErrorCode.INVALID_DIGITAL_TWIN_PATCH, "The patch " + rule + ".");
	}
}
