// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import iothubtools.client.errors.InvalidInputException;

/**
 * A device in JSON: the names of {@link FileColumns} as members, {@code tags} and {@code desired} as objects. A hub's own form of an
 * identity or a twin is read, too.
 */
final class DeviceJson {

	private static final String SCOPE = "ms-azure-iot-edge://";

	private DeviceJson() {
	}

	/**
	 * Reads an object into fields.
	 *
	 * @param unknown told the names nobody knows
	 * @throws InvalidInputException if a value cannot be there
	 */
	static void read(JsonObject json, DeviceFields fields, Consumer<String> unknown) {
		for (Map.Entry<String, JsonElement> member : json.entrySet()) {
			String name = member.getKey();
			JsonElement value = member.getValue();
			String known = FileColumns.known(name);
			if (value instanceof JsonObject object && isNested(name)) {
				nested(name, object, fields);
			} else if (known != null) {
				fields.put(known, value);
			} else if (name.equals("id")) {
				fields.put(FileColumns.DEVICE_ID, value);
			} else if (name.equals("authenticationType")) {
				fields.put(FileColumns.AUTHENTICATION, value);
			} else if (!FileColumns.isOfTheHub(name) && !name.equals("deviceScope") && !name.equals("parentScopes")) {
				unknown.accept(name);
			}
		}
		String parent = parent(json);
		if (parent != null && !json.has(FileColumns.PARENT)) {
			fields.put(FileColumns.PARENT, parent);
		}
	}

	private static boolean isNested(String name) {
		return switch (name) {
		case "authentication", "symmetricKey", "x509Thumbprint", "capabilities", "properties" -> true;
		default -> false;
		};
	}

	private static void nested(String name, JsonObject object, DeviceFields fields) {
		for (Map.Entry<String, JsonElement> member : object.entrySet()) {
			JsonElement value = member.getValue();
			String known = FileColumns.known(member.getKey());
			if (name.equals("authentication") && member.getKey().equals("type")) {
				fields.put(FileColumns.AUTHENTICATION, value);
			} else if (value instanceof JsonObject inner && name.equals("authentication") && isNested(member.getKey())) {
				nested(member.getKey(), inner, fields);
			} else if (value instanceof JsonObject inner && name.equals("properties") && FileColumns.DESIRED.equals(known)) {
				fields.put(FileColumns.DESIRED, withoutMetadata(inner));
			} else if (known != null) {
				fields.put(known, value);
			}
		}
	}

	/** Desired properties as a back end writes them. */
	static JsonObject withoutMetadata(JsonObject desired) {
		JsonObject plain = desired.deepCopy();
		plain.remove("$metadata");
		plain.remove("$version");
		return plain;
	}

	/** The id of the parent, which the hub names by its scope: the id and a generation (contract §4); null for none. */
	static @Nullable String parent(JsonObject json) {
		JsonElement scope = json.get("deviceScope");
		if (json.get("parentScopes") instanceof JsonArray parents && !parents.isEmpty()) {
			scope = parents.get(0);
		} else if (isEdge(json)) {
			// its own
			return null;
		}
		if (scope == null || !scope.isJsonPrimitive() || !scope.getAsString().startsWith(SCOPE)) {
			return null;
		}
		String text = scope.getAsString().substring(SCOPE.length());
		int generation = text.lastIndexOf('-');
		return generation > 0 ? text.substring(0, generation) : null;
	}

	static boolean isEdge(JsonObject json) {
		return json.get("capabilities") instanceof JsonObject capabilities
				&& capabilities.get(FileColumns.IOT_EDGE) instanceof JsonPrimitive edge && edge.getAsString().equals("true");
	}
}
